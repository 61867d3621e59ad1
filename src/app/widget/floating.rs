//! What floats over the window, with a soft shadow around it. The renderer paints
//! only what has changed, and would draw a shadow of its own anew over all that
//! stands there already; rings of pale colour keep to the part that is painted.

use crate::app::theme::Element;
use crate::app::widget::around::{Around, Drawing, Inner, around};
use iced::advanced::Renderer as _;
use iced::advanced::renderer::Quad;
use iced::advanced::widget::Tree;
use iced::{Border, Color, Shadow, Vector};

/// How far the shadow reaches, in pixels.
const REACH: f32 = 30.0;
/// How far it lies below what casts it.
const DROP: f32 = 8.0;
/// How broad a ring of it is.
const RING: f32 = 2.0;

struct Floating<'a, M> {
    content: Element<'a, M>,
    corner: f32,
}

/// Lets `content`, whose corners are rounded by `corner` pixels, float.
pub fn floating<'a, M: 'a>(corner: f32, content: impl Into<Element<'a, M>>) -> Element<'a, M> {
    around(Floating {
        content: content.into(),
        corner,
    })
}

impl<M> Around<M> for Floating<'_, M> {
    fn content(&self) -> &Inner<'_, M> {
        self.content.as_widget()
    }

    fn content_mut(&mut self) -> &mut Inner<'_, M> {
        self.content.as_widget_mut()
    }

    fn draw_under(&self, _tree: &Tree, renderer: &mut iced::Renderer, sight: &Drawing<'_>) {
        let shade = sight.theme.colours.shadow;
        let under = sight.layout.bounds() + Vector::new(0.0, DROP);
        let quad = |bounds, border| Quad {
            bounds,
            border,
            shadow: Shadow::default(),
            snap: false,
        };
        let ground = quad(under, Border::default().rounded(self.corner));
        renderer.fill_quad(ground, shade);
        let mut reach = 0.0;
        while reach < REACH {
            reach += RING;
            let left = 1.0 - reach / REACH;
            let border = Border {
                color: shade.scale_alpha(left * left),
                width: RING,
                radius: (self.corner + reach).into(),
            };
            renderer.fill_quad(quad(under.expand(reach), border), Color::TRANSPARENT);
        }
    }
}
