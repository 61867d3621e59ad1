//! Fields of a document's orders that say something and that nothing is read from.
//! What the two shops everybody uses write of their own workings is passed over: a
//! list of it would hide the one field that mattered.

use std::collections::BTreeSet;

use super::node::{Fields, Node};
use super::{GOODS, LINE, ORDER, Shape};
use crate::reports::table::Heading;
use crate::reports::table::order_columns::OrderColumn;

/// What a WooCommerce order has beside goods, and what of it is of no use here.
const WOOCOMMERCE: &str = "id parent_id number order_key created_via version status currency \
    currency_symbol date_created date_created_gmt date_modified date_modified_gmt date_completed \
    date_completed_gmt date_paid date_paid_gmt discount_total discount_tax shipping_total \
    shipping_tax cart_tax total total_tax prices_include_tax customer_id customer_ip_address \
    customer_user_agent customer_note billing shipping payment_method payment_method_title \
    payment_url transaction_id set_paid cart_hash meta_data line_items tax_lines shipping_lines \
    fee_lines coupon_lines refunds is_editable needs_payment needs_processing _links";

const WOOCOMMERCE_LINE: &str = "id name product_id variation_id quantity tax_class subtotal \
    subtotal_tax total total_tax taxes sku global_unique_id price image parent_name";

/// The same of a Shopify order; see [`is_of_shopify`] for whole kinds of fields.
const SHOPIFY: &str = "id admin_graphql_api_id app_id browser_ip buyer_accepts_marketing \
    cancel_reason cancelled_at cart_token checkout_id checkout_token client_details closed_at \
    company confirmation_number confirmed contact_email created_at currency customer_locale \
    device_id discount_applications discount_codes duties_included email estimated_taxes \
    financial_status fulfillment_status fulfillments gateway landing_site landing_site_ref \
    line_item_groups line_items location_id merchant_business_entity_id \
    merchant_of_record_app_id name note number order_number order_status_url payment_details \
    payment_gateway_names payment_terms phone presentment_currency processed_at \
    processing_method reference referring_site refunds returns shipping_address \
    billing_address customer shipping_lines source_identifier source_name source_url \
    subtotal_price tax_exempt tax_lines taxes_included test token transactions updated_at \
    user_id";

const SHOPIFY_LINE: &str = "id admin_graphql_api_id attributed_staffs current_quantity \
    destination_location discount_allocations duties fulfillable_quantity fulfillment_service \
    fulfillment_status gift_card grams name origin_location pre_tax_price price product_exists \
    product_id quantity requires_shipping sales_line_item_group_id sku tax_lines taxable title \
    total_discount variant_id variant_inventory_management variant_title vendor";

/// The fields found so far, each once.
#[derive(Debug, Default)]
pub(super) struct Unread {
    seen: BTreeSet<String>,
    headings: Vec<Heading>,
}

impl Unread {
    /// Looks through the `nth` order of a document.
    pub fn look(&mut self, document: &str, nth: u32, order: &Fields<'_>, shape: Shape) {
        let mut note = |name: String| {
            if self.seen.insert(name.clone()) {
                self.headings.push(Heading {
                    sheet: document.to_owned(),
                    row: nth,
                    letter: String::new(),
                    text: name,
                });
            }
        };
        for (name, node) in order.said() {
            if !shape.knows(name) {
                note(name.to_owned());
            } else if let (Shape::Own, Some(inside)) = (shape, node.fields()) {
                let inside = inside.said().map(|(inner, _)| format!("{name}.{inner}"));
                let unknown = inside.filter(|path| !has(&ORDER, path));
                // An object that should be a text is refused as a whole.
                unknown.filter(|_| holds_fields(name)).for_each(&mut note);
            }
        }
        for goods in GOODS {
            for line in order.lines(goods) {
                let unknown = line
                    .said()
                    .filter(|(name, node)| !shape.knows_of_goods(name, node));
                unknown.for_each(|(name, _)| note(format!("{goods}.{name}")));
            }
        }
    }

    pub fn headings(self) -> Vec<Heading> {
        self.headings
    }
}

impl Shape {
    fn knows(self, name: &str) -> bool {
        match self {
            Shape::Own => GOODS.contains(&name) || has(&ORDER, name) || holds_fields(name),
            Shape::WooCommerce => lists(WOOCOMMERCE, name),
            Shape::Shopify => lists(SHOPIFY, name) || is_of_shopify(name),
        }
    }

    fn knows_of_goods(self, name: &str, node: &Node<'_>) -> bool {
        match self {
            Shape::Own => has(&LINE, name),
            Shape::WooCommerce if name == "meta_data" => !has_words_of_a_customer(node),
            Shape::WooCommerce => lists(WOOCOMMERCE_LINE, name),
            Shape::Shopify => lists(SHOPIFY_LINE, name) || is_of_shopify(name),
        }
    }
}

/// Sums in another currency, or before something was changed.
fn is_of_shopify(name: &str) -> bool {
    let beginnings = ["current_", "original_", "total_"];
    name.ends_with("_set") || beginnings.iter().any(|begun| name.starts_with(begun))
}

/// What goods are to be like, beside what the shop notes for itself under a dash.
fn has_words_of_a_customer(list: &Node<'_>) -> bool {
    let notes = list.items().unwrap_or_default();
    let keys = notes.iter().filter_map(|note| note.fields()?.text("key"));
    keys.into_iter().any(|key| !key.starts_with('_'))
}

fn lists(names: &str, name: &str) -> bool {
    names.split_whitespace().any(|known| known == name)
}

fn has(columns: &[(OrderColumn, &[&str])], name: &str) -> bool {
    columns.iter().any(|(_, names)| names.contains(&name))
}

/// Whether a name of our own shape is an object that columns lie in.
fn holds_fields(name: &str) -> bool {
    let mut names = ORDER.iter().flat_map(|(_, names)| *names);
    names.any(|at| at.split_once('.').is_some_and(|(of, _)| of == name))
}

#[cfg(test)]
mod tests {
    use super::super::read_orders;

    fn unread(json: &str) -> Vec<String> {
        let table = read_orders("orders", json.as_bytes()).unwrap();
        let unread = table.unused.into_iter();
        unread
            .map(|heading| format!("{} {}", heading.row, heading.text))
            .collect()
    }

    #[test]
    fn fields_nothing_is_read_from_are_told_once_and_where_they_are_first() {
        let json = r#"{"exported_by": "x", "orders": [
            {"number": 1, "coupon": "EID", "vip": null, "tags": [], "gift": {}, "blank": " ",
             "customer": {"name": "شيخة", "email": "s@x.ae"}, "delivery": {"fee": 5},
             "lines": [{"sku": "A", "engraving": "حصة"}, {"sku": "B", "engraving": "مها"}]},
            {"number": 2, "coupon": "EID", "customer": "موزة", "note": {"ar": "هدية"},
             "lines": [{"sku": "A", "colour": "blue", "quantity": 1}]}]}"#;
        assert_eq!(
            unread(json),
            [
                "1 coupon",
                "1 customer.email",
                "1 lines.engraving",
                "2 lines.colour"
            ]
        );
    }

    #[test]
    fn what_shops_write_for_themselves_is_passed_over_and_a_wish_is_not() {
        let woo = r#"[{"id": 7, "number": "7", "order_key": "wc_1", "_links": {"self": [1]},
            "meta_data": [{"key": "_x", "value": 1}], "delivery_date": "2026-11-27",
            "line_items": [
              {"id": 1, "sku": "A", "tax_class": "x", "meta_data": [{"key": "_reduced_stock"}]},
              {"sku": "B", "meta_data": [{"key": "_y"}, {"key": "الاسم المكتوب", "value": "مها"}]}]}]"#;
        assert_eq!(unread(woo), ["1 delivery_date", "1 line_items.meta_data"]);
        let shopify = r##"[{"name": "#1", "financial_status": "paid", "total_price": "5",
            "current_total_tax_set": {"a": 1}, "note_attributes": [{"name": "time"}], "tags": "",
            "line_items": [{"sku": "A", "price_set": {"b": 1}, "vendor": "x",
              "properties": [{"name": "Name", "value": "Maha"}]}]}]"##;
        assert_eq!(
            unread(shopify),
            ["1 note_attributes", "1 line_items.properties"]
        );
    }
}
