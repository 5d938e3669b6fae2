//! Every exported name, in one text that is the same whenever the boundary is.

use camino::Utf8Path;
use std::error::Error;
use uniffi_bindgen::macro_metadata::extract_from_library;
use uniffi_meta::{EnumMetadata, FieldMetadata, FnParamMetadata, Metadata, Type, VariantMetadata};

/// The surface of a library: a block for each function, record, enum, object and
/// foreign trait, in order of their names.
pub fn of(library: &Utf8Path) -> Result<String, Box<dyn Error + Send + Sync>> {
    let mut lines: Vec<String> = Vec::new();
    for item in extract_from_library(library)? {
        lines.extend(block(&item)?);
    }
    lines.sort();
    lines.dedup();
    lines.push(String::new());
    Ok(lines.join("\n"))
}

/// The lines of one item, each with its name before it, so that sorting keeps an
/// item's lines together.
fn block(item: &Metadata) -> Result<Vec<String>, Box<dyn Error + Send + Sync>> {
    Ok(match item {
        Metadata::Namespace(_) | Metadata::UdlFile(_) => Vec::new(),
        Metadata::Func(it) => {
            vec![format!("fn {}{}", it.name, call(&it.inputs, it.return_type.as_ref(), it.throws.as_ref()))]
        }
        Metadata::Record(it) => {
            let fields = it.fields.iter().map(|field| format!("record {}.{}", it.name, named(field)));
            std::iter::once(format!("record {}", it.name)).chain(fields).collect()
        }
        Metadata::Enum(it) => variants(it),
        Metadata::Object(it) => vec![format!("object {}", it.name)],
        Metadata::Constructor(it) => {
            let call = call(&it.inputs, None, it.throws.as_ref());
            vec![format!("object {}::{}{call}", it.self_name, it.name)]
        }
        Metadata::Method(it) => {
            let call = call(&it.inputs, it.return_type.as_ref(), it.throws.as_ref());
            vec![format!("object {}.{}{call}", it.self_name, it.name)]
        }
        Metadata::TraitMethod(it) => {
            let call = call(&it.inputs, it.return_type.as_ref(), it.throws.as_ref());
            vec![format!("trait {}.{}{call}", it.trait_name, it.name)]
        }
        other => return Err(format!("the list does not know of {other:?}").into()),
    })
}

fn variants(it: &EnumMetadata) -> Vec<String> {
    let sort = if it.shape.is_error() { "error" } else { "enum" };
    let one = |variant: &VariantMetadata| {
        let fields: Vec<String> = variant.fields.iter().map(named).collect();
        let fields = if fields.is_empty() { String::new() } else { format!("({})", fields.join(", ")) };
        format!("{sort} {}.{}{fields}", it.name, variant.name)
    };
    it.variants.iter().map(one).collect()
}

fn named(field: &FieldMetadata) -> String {
    format!("{}: {}", field.name, shown(&field.ty))
}

fn call(inputs: &[FnParamMetadata], gives: Option<&Type>, throws: Option<&Type>) -> String {
    let inputs: Vec<String> =
        inputs.iter().map(|input| format!("{}: {}", input.name, shown(&input.ty))).collect();
    let gives = gives.map(|gives| format!(" -> {}", shown(gives))).unwrap_or_default();
    let throws = throws.map(|throws| format!(" throws {}", shown(throws))).unwrap_or_default();
    format!("({}){gives}{throws}", inputs.join(", "))
}

/// A type as a shell thinks of it.
fn shown(ty: &Type) -> String {
    match ty {
        Type::Optional { inner_type } => format!("{}?", shown(inner_type)),
        Type::Sequence { inner_type } => format!("[{}]", shown(inner_type)),
        Type::Map { key_type, value_type } => format!("[{}: {}]", shown(key_type), shown(value_type)),
        Type::Record { name, .. } | Type::Enum { name, .. } | Type::Object { name, .. } => name.clone(),
        other => format!("{other:?}").to_lowercase(),
    }
}
