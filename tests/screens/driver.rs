//! Drives the real application without a window: feeds it mouse, finger and key
//! events, runs its tasks, keeps what widgets remember between frames, finds
//! widgets by the name they were given, and writes what is seen as PNG.
//!
//! Subscriptions are not run; what they would send is sent as a message.

use iced::advanced::clipboard;
use iced::advanced::graphics::text::font_system;
use iced::advanced::renderer::{Headless, Style};
use iced::advanced::widget::operation::{Operation, Outcome, black_box};
use iced::event::Status;
use iced::keyboard::key::Named;
use iced::{Event, Point, Rectangle, Size, Task, mouse, touch, window};
use iced_test::runtime::futures::futures::{StreamExt, executor::block_on};
use iced_test::runtime::user_interface::{Cache, UserInterface};
use iced_test::runtime::{Action, task};
use iced_test::selector::{self, Bounded, Selector, Target};
use iced_test::simulator;
use sanduq::app::theme::{self, Element, Theme};
use sanduq::app::widget::{Dir, Reading, Stop};
use std::path::{Path, PathBuf};
use std::sync::Once;
use std::time::{Duration, Instant};

type Interface<'a, M> = UserInterface<'a, M, Theme, iced::Renderer>;

/// The application under test, and everything a window would hold for it.
pub struct Driver<S, M> {
    /// The application's state, to be asserted on.
    pub state: S,
    update: fn(&mut S, M) -> Task<M>,
    view: fn(&S) -> Element<'_, M>,
    theme: fn(&S) -> Theme,
    resized: Option<fn(Size) -> M>,
    hear: fn(&Event, Status) -> Option<M>,
    cache: Cache,
    renderer: iced::Renderer,
    size: Size,
    cursor: mouse::Cursor,
    runtime: tokio::runtime::Runtime,
}

impl<S, M: Send + 'static> Driver<S, M> {
    /// An application in a window of 1280 by 800.
    pub fn new(state: S, update: fn(&mut S, M) -> Task<M>, view: fn(&S) -> Element<'_, M>) -> Self {
        static FONTS: Once = Once::new();
        FONTS.call_once(|| {
            let mut fonts = font_system().write().expect("no other test failed in here");
            for file in theme::FONT_FILES {
                fonts.load_font(file.into());
            }
        });
        let size = iced::Pixels(theme::type_size::BODY);
        let renderer = <iced::Renderer as Headless>::new(theme::REGULAR, size, Some("tiny-skia"));
        Self {
            state,
            update,
            view,
            theme: |_| Theme::LIGHT,
            resized: None,
            hear: |_, _| None,
            cache: Cache::default(),
            renderer: block_on(renderer).expect("tiny-skia draws without a window"),
            size: Size::new(1280.0, 800.0),
            cursor: mouse::Cursor::Unavailable,
            runtime: tokio::runtime::Runtime::new().expect("threads can be started"),
        }
    }

    /// The same, with the look the application asks for, and told of every size its
    /// window takes.
    pub fn in_window(mut self, theme: fn(&S) -> Theme, resized: fn(Size) -> M) -> Self {
        self.theme = theme;
        self.resized = Some(resized);
        self
    }

    /// The same, where the application also hears what its window hears.
    pub fn hearing(mut self, hear: fn(&Event, Status) -> Option<M>) -> Self {
        self.hear = hear;
        self
    }

    /// What the keyboard can reach, in the order it does.
    pub fn stops(&mut self, dir: Dir) -> Vec<Stop> {
        let mut reading = Reading::new(dir, Rectangle::with_size(self.size));
        self.with_interface(|interface, renderer, _| {
            interface.operate(renderer, &mut reading);
        });
        reading.stops()
    }

    /// Looks at the application through another of its windows.
    pub fn look_at(&mut self, view: fn(&S) -> Element<'_, M>) {
        self.view = view;
        self.cache = Cache::default();
    }

    /// Gives the window another size.
    pub fn resize(&mut self, width: f32, height: f32) {
        self.size = Size::new(width, height);
        if let Some(resized) = self.resized {
            self.message(resized(self.size));
        }
    }

    fn with_interface<T>(
        &mut self,
        work: impl FnOnce(&mut Interface<'_, M>, &mut iced::Renderer, mouse::Cursor) -> T,
    ) -> T {
        let cache = std::mem::take(&mut self.cache);
        let view = (self.view)(&self.state);
        let mut interface = UserInterface::build(view, self.size, cache, &mut self.renderer);
        let result = work(&mut interface, &mut self.renderer, self.cursor);
        self.cache = interface.into_cache();
        result
    }

    /// Sends events one by one, each followed by the messages it caused.
    pub fn send(&mut self, events: impl IntoIterator<Item = Event>) {
        for event in events {
            let mut messages = Vec::new();
            let status = self.with_interface(|interface, renderer, cursor| {
                let (clipboard, event) = (&mut clipboard::Null, [event.clone()]);
                interface
                    .update(&event, cursor, renderer, clipboard, &mut messages)
                    .1[0]
            });
            messages.extend((self.hear)(&event, status));
            for message in messages {
                self.message(message);
            }
        }
    }

    /// Sends a message, runs the task it answers to its end, and goes on with
    /// what that brings.
    pub fn message(&mut self, message: M) {
        let guard = self.runtime.enter();
        let next = (self.update)(&mut self.state, message);
        drop(guard);
        self.run(next);
    }

    /// Runs a task, such as the one an application starts with.
    pub fn run(&mut self, task: Task<M>) {
        let Some(mut stream) = task::into_stream(task) else {
            return;
        };
        // One by one: what asks the window for something waits for its answer, and is
        // let go only when the question is dropped.
        while let Some(action) = self.runtime.block_on(stream.next()) {
            match action {
                Action::Output(message) => self.message(message),
                Action::Widget(operation) => self.operate(operation),
                _ => {}
            }
        }
    }

    /// Runs a task to its end and keeps what it says from the application.
    pub fn outcome(&mut self, task: Task<M>) -> Vec<M> {
        let Some(stream) = task::into_stream(task) else {
            return Vec::new();
        };
        let actions = self.runtime.block_on(stream.collect::<Vec<_>>());
        let messages = actions.into_iter().filter_map(|action| match action {
            Action::Output(message) => Some(message),
            _ => None,
        });
        messages.collect()
    }

    fn operate(&mut self, operation: Box<dyn Operation>) {
        self.with_interface(|interface, renderer, _| {
            let mut current = Some(operation);
            while let Some(mut operation) = current.take() {
                interface.operate(renderer, operation.as_mut());
                if let Outcome::Chain(next) = operation.finish() {
                    current = Some(next);
                }
            }
        });
    }

    fn select<T>(&mut self, selector: T) -> Option<T::Output>
    where
        T: Selector + Send,
        T::Output: Clone + Send + 'static,
    {
        let mut find = selector.find();
        self.with_interface(|interface, renderer, _| {
            interface.operate(renderer, &mut black_box(&mut find));
        });
        match find.finish() {
            Outcome::Some(found) => found,
            _ => None,
        }
    }

    /// Where the widget of that name can be seen, if it can.
    pub fn find(&mut self, id: &'static str) -> Option<Rectangle> {
        self.select(selector::id(id))?.visible_bounds()
    }

    /// What the label or field of that name says, without the marks of direction.
    #[track_caller]
    pub fn text(&mut self, id: &'static str) -> String {
        let content = match self.select(selector::id(id)) {
            Some(Target::Text { content, .. } | Target::TextInput { content, .. }) => content,
            _ => panic!("{id} says nothing"),
        };
        sanduq::locale::bidi::without_controls(&content)
    }

    /// The place of the widget of that name, which must be in sight.
    #[track_caller]
    pub fn place(&mut self, id: &'static str) -> Point {
        let bounds = self.find(id);
        bounds
            .unwrap_or_else(|| panic!("{id} is not in sight"))
            .center()
    }

    /// Presses and lets go of the mouse on the widget of that name.
    #[track_caller]
    pub fn click(&mut self, id: &'static str) {
        let place = self.place(id);
        self.click_at(place);
    }

    /// Presses and lets go of the mouse at a place.
    pub fn click_at(&mut self, place: Point) {
        self.point_at(place);
        self.send(simulator::click());
    }

    fn point_at(&mut self, position: Point) {
        self.cursor = mouse::Cursor::Available(position);
        self.send([Event::Mouse(mouse::Event::CursorMoved { position })]);
    }

    /// Draws the mouse with its button down from one place to another.
    pub fn drag(&mut self, from: Point, to: Point) {
        self.point_at(from);
        self.send([Event::Mouse(mouse::Event::ButtonPressed(
            mouse::Button::Left,
        ))]);
        self.point_at(to);
        self.send([Event::Mouse(mouse::Event::ButtonReleased(
            mouse::Button::Left,
        ))]);
    }

    /// Touches the widget of that name with a finger.
    #[track_caller]
    pub fn touch(&mut self, id: &'static str) {
        let place = self.place(id);
        self.swipe(place, place, 1);
    }

    /// Touches the widget of that name that lies over all others of it.
    #[track_caller]
    pub fn touch_uppermost(&mut self, id: &'static str) {
        let mut find = selector::id(id).find_all();
        self.with_interface(|interface, renderer, _| {
            interface.operate(renderer, &mut black_box(&mut find));
        });
        let Outcome::Some(found) = find.finish() else {
            panic!("{id} is not there");
        };
        let mut places = found.iter().filter_map(Bounded::visible_bounds);
        let place = places
            .next_back()
            .unwrap_or_else(|| panic!("{id} is not in sight"));
        self.swipe(place.center(), place.center(), 1);
    }

    /// Holds a finger on the widget of that name until it means something else.
    #[track_caller]
    pub fn hold(&mut self, id: &'static str) {
        let (position, id) = (self.place(id), touch::Finger(1));
        self.cursor = mouse::Cursor::Available(position);
        self.send([Event::Touch(touch::Event::FingerPressed { id, position })]);
        self.pass(Duration::from_millis(600));
        self.send([Event::Touch(touch::Event::FingerLifted { id, position })]);
        self.cursor = mouse::Cursor::Unavailable;
    }

    /// Draws a finger from one place to another in so many steps, and lifts it.
    pub fn swipe(&mut self, from: Point, to: Point, steps: u16) {
        let id = touch::Finger(1);
        self.cursor = mouse::Cursor::Available(from);
        let position = from;
        self.send([Event::Touch(touch::Event::FingerPressed { id, position })]);
        for step in 1..=steps {
            let position = from + (to - from) * (f32::from(step) / f32::from(steps));
            self.cursor = mouse::Cursor::Available(position);
            self.send([Event::Touch(touch::Event::FingerMoved { id, position })]);
        }
        let position = to;
        self.send([Event::Touch(touch::Event::FingerLifted { id, position })]);
        self.cursor = mouse::Cursor::Unavailable;
    }

    /// Types a text on a hardware keyboard.
    pub fn keys(&mut self, text: &str) {
        let events: Vec<_> = simulator::typewrite(text).collect();
        self.send(events);
    }

    /// Presses and lets go of a key that is not a letter.
    pub fn key(&mut self, key: Named) {
        self.send(simulator::tap_key(key, None));
    }

    /// Lets so much time pass in frames of a sixtieth of a second.
    pub fn pass(&mut self, time: Duration) {
        let (start, frame) = (Instant::now(), Duration::from_millis(16));
        let mut passed = Duration::ZERO;
        while passed < time {
            passed += frame;
            self.send([Event::Window(window::Event::RedrawRequested(
                start + passed,
            ))]);
        }
    }

    /// What would be seen, as RGBA.
    pub fn pixels(&mut self) -> Vec<u8> {
        let theme = (self.theme)(&self.state);
        let colours = theme.colours;
        self.with_interface(|interface, renderer, cursor| {
            // Widgets learn whether they are pressed or can be when a frame is
            // asked for, and forget it with the view: so ask, then draw, in one.
            let frame = Event::Window(window::Event::RedrawRequested(Instant::now()));
            let clipboard = &mut clipboard::Null;
            let _ = interface.update(&[frame], cursor, renderer, clipboard, &mut Vec::new());
            let style = Style {
                text_color: colours.ink,
            };
            interface.draw(renderer, &theme, &style, cursor);
        });
        let size = Size::new(self.size.width as u32, self.size.height as u32);
        self.renderer.screenshot(size, 1.0, colours.surface)
    }

    /// Writes what is seen to `target/shots/<name>.png`.
    pub fn shot(&mut self, name: &str) -> PathBuf {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("target/shots")
            .join(name)
            .with_extension("png");
        let folder = path.parent().expect("a file lies in a folder");
        std::fs::create_dir_all(folder).expect("target can be written");
        let (width, height) = (self.size.width as u32, self.size.height as u32);
        image::save_buffer(
            &path,
            &self.pixels(),
            width,
            height,
            image::ColorType::Rgba8,
        )
        .expect("a picture can be written to target");
        path
    }
}
