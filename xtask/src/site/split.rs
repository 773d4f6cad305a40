//! Splits a module in two: the first part is for the questions, and the rest loads while the reader answers the first
//! ones. A function of the rest that the first part calls is replaced there by a stub, which calls it through the table
//! of functions; the rest fills its slot once it is loaded. `wasm` says by name which functions go into the rest. The
//! two parts share memory, table and globals: the first exports what the rest imports, under short names.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context as _, ensure};
use walrus::ir::{Value, Visitor, dfs_in_order};
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind, GlobalKind,
    ImportKind, ImportedFunction, LocalFunction, Module, TableId,
};

/// Splits `module` in place, which must have function names, and writes the rest. `is_rest` decides by a function's
/// name whether it goes into the rest; functions that only the rest uses go with it.
///
/// # Errors
/// The module cannot be read or has no table, or no function belongs into the rest.
pub fn split(module: &Path, rest: &Path, is_rest: impl Fn(&str) -> bool) -> anyhow::Result<()> {
    let bytes = fs::read(module).with_context(|| format!("cannot read {}", module.display()))?;
    let read = || Module::from_buffer(&bytes).with_context(|| format!("cannot read {}", module.display()));
    let mut first = read()?;
    let plan = Plan::of(&first, is_rest)?;
    ensure!(!plan.moved.is_empty(), "expected functions of the rest, got none");
    let mut second = read()?;
    make_rest(&mut second, &plan)?;
    let shared = shorten(&mut second);
    make_first(&mut first, &plan, &shared)?;
    second.emit_wasm_file(rest).context("cannot write the rest of the module")?;
    first.emit_wasm_file(module).context("cannot write the module")
}

/// The plan of the split, by the indexes of functions, which are the same each time the module is read.
struct Plan {
    /// Every function that moves into the rest.
    moved: BTreeSet<usize>,
    /// Those of them that the first part calls, in the order of their slots.
    entries: Vec<usize>,
    /// The first new slot of the table.
    slot: u64,
}

impl Plan {
    fn of(module: &Module, is_rest: impl Fn(&str) -> bool) -> anyhow::Result<Self> {
        let named: BTreeSet<usize> = local(module)
            .filter(|(id, _)| module.funcs.get(*id).name.as_deref().is_some_and(&is_rest))
            .map(|(id, _)| id.index())
            .collect();
        let mut entries = BTreeSet::new();
        let mut stays = BTreeSet::new();
        let mut left = roots(module);
        while let Some(id) = left.pop() {
            if named.contains(&id.index()) {
                entries.insert(id.index());
            } else if stays.insert(id.index())
                && let FunctionKind::Local(function) = &module.funcs.get(id).kind
            {
                left.extend(calls(function));
            }
        }
        let moved = local(module).map(|(id, _)| id.index()).filter(|index| !stays.contains(index)).collect();
        let slot = module.tables.get(table(module)?).initial;
        Ok(Self { moved, entries: entries.into_iter().collect(), slot })
    }
}

fn local(module: &Module) -> impl Iterator<Item = (FunctionId, &LocalFunction)> {
    module.funcs.iter_local()
}

/// The table of functions that are called by index.
fn table(module: &Module) -> anyhow::Result<TableId> {
    module.tables.main_function_table()?.context("expected a table of functions, got none")
}

/// The functions that are called from outside the module, or by index.
fn roots(module: &Module) -> Vec<FunctionId> {
    let exported = module.exports.iter().filter_map(|export| match export.item {
        ExportItem::Function(id) => Some(id),
        _ => None,
    });
    let listed = module.elements.iter().flat_map(|element| match &element.items {
        ElementItems::Functions(ids) => ids.clone(),
        ElementItems::Expressions(_, items) => items.iter().filter_map(function_of).collect(),
    });
    exported.chain(listed).chain(module.start).collect()
}

fn function_of(item: &ConstExpr) -> Option<FunctionId> {
    match item {
        ConstExpr::RefFunc(id) => Some(*id),
        _ => None,
    }
}

/// The functions that a function calls or refers to.
fn calls(function: &LocalFunction) -> Vec<FunctionId> {
    struct Calls(Vec<FunctionId>);
    impl Visitor<'_> for Calls {
        fn visit_function_id(&mut self, id: &FunctionId) {
            self.0.push(*id);
        }
    }
    let mut calls = Calls(Vec::new());
    dfs_in_order(&mut calls, function, function.entry_block());
    calls.0
}

/// Removes everything but what moved, and imports the remainder; the slots are filled when the rest starts.
fn make_rest(module: &mut Module, plan: &Plan) -> anyhow::Result<()> {
    let table = table(module)?;
    module.start = None;
    for id in module.exports.iter().map(walrus::Export::id).collect::<Vec<_>>() {
        module.exports.delete(id);
    }
    for id in module.elements.iter().map(walrus::Element::id).collect::<Vec<_>>() {
        module.elements.delete(id);
    }
    for id in module.data.iter().map(walrus::Data::id).collect::<Vec<_>>() {
        module.data.delete(id);
    }
    for memory in module.memories.iter_mut() {
        memory.data_segments.clear();
        memory.import = memory.import.or_else(|| Some(module.imports.add("", "", memory.id())));
    }
    for table in module.tables.iter_mut() {
        table.elem_segments.clear();
        table.import = table.import.or_else(|| Some(module.imports.add("", "", table.id())));
    }
    for id in module.globals.iter().map(walrus::Global::id).collect::<Vec<_>>() {
        let global = module.globals.get_mut(id);
        if let GlobalKind::Local(_) = global.kind {
            global.kind = GlobalKind::Import(module.imports.add("", "", id));
        }
    }
    let mut entries = BTreeMap::new();
    for function in module.funcs.iter_mut() {
        let (id, ty) = (function.id(), function.ty());
        if plan.entries.contains(&id.index()) {
            entries.insert(id.index(), id);
        }
        if matches!(function.kind, FunctionKind::Local(_)) && !plan.moved.contains(&id.index()) {
            let import = module.imports.add("", "", id);
            function.kind = FunctionKind::Import(ImportedFunction { import, ty });
        }
    }
    let offset = ConstExpr::Value(Value::I32(i32::try_from(plan.slot).context("too large a table")?));
    let items = ElementItems::Functions(entries.into_values().collect());
    let element = module.elements.add(ElementKind::Active { table, offset }, items);
    let table = module.tables.get_mut(table);
    table.elem_segments.insert(element);
    grow(table, plan);
    walrus::passes::gc::run(module);
    Ok(())
}

fn grow(table: &mut walrus::Table, plan: &Plan) {
    let more = plan.entries.len() as u64;
    table.initial += more;
    table.maximum = table.maximum.map(|most| most + more);
}

/// An item that the rest imports, by its kind and index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Shared {
    Function(usize),
    Table(usize),
    Memory(usize),
    Global(usize),
}

/// Gives the imports of the rest short names in one module, and returns them with their items.
fn shorten(module: &mut Module) -> Vec<(String, Shared)> {
    let mut shared = Vec::new();
    for (number, import) in module.imports.iter_mut().enumerate() {
        let item = match import.kind {
            ImportKind::Function(id) => Shared::Function(id.index()),
            ImportKind::Table(id) => Shared::Table(id.index()),
            ImportKind::Memory(id) => Shared::Memory(id.index()),
            ImportKind::Global(id) => Shared::Global(id.index()),
            ImportKind::Tag(_) => continue,
        };
        import.module.clear();
        import.name = format!("r{number}");
        shared.push((import.name.clone(), item));
    }
    shared
}

/// Replaces each entry by a stub, removes what moved, and exports what the rest imports.
fn make_first(module: &mut Module, plan: &Plan, shared: &[(String, Shared)]) -> anyhow::Result<()> {
    let table = table(module)?;
    grow(module.tables.get_mut(table), plan);
    let by_index: BTreeMap<usize, FunctionId> = module.funcs.iter().map(|one| (one.id().index(), one.id())).collect();
    for (number, index) in plan.entries.iter().enumerate() {
        let id = *by_index.get(index).context("expected a function that moves, got none")?;
        let slot = i32::try_from(plan.slot as usize + number).context("too large a table")?;
        let ty = module.funcs.get(id).ty();
        let (takes, gives) = module.types.params_results(ty);
        let (takes, gives) = (takes.to_vec(), gives.to_vec());
        let mut builder = FunctionBuilder::new(&mut module.types, &takes, &gives);
        let arguments: Vec<_> = takes.iter().map(|ty| module.locals.add(*ty)).collect();
        let mut body = builder.func_body();
        for argument in &arguments {
            body.local_get(*argument);
        }
        body.i32_const(slot).call_indirect(ty, table);
        module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(arguments));
    }
    for (name, needed) in shared {
        let item = match *needed {
            Shared::Function(index) => by_index.get(&index).copied().map(ExportItem::Function),
            Shared::Table(index) => {
                module.tables.iter().map(walrus::Table::id).find(|id| id.index() == index).map(ExportItem::Table)
            }
            Shared::Memory(index) => {
                module.memories.iter().map(walrus::Memory::id).find(|id| id.index() == index).map(ExportItem::Memory)
            }
            Shared::Global(index) => {
                module.globals.iter().map(walrus::Global::id).find(|id| id.index() == index).map(ExportItem::Global)
            }
        };
        module.exports.add(name, item.context("expected what the rest imports, got none")?);
    }
    walrus::passes::gc::run(module);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module whose export calls a function of the rest. That one has a helper, and shares another with the export.
    fn module() -> Module {
        let mut module = Module::default();
        module.tables.add_local(false, 3, Some(3), walrus::RefType::FUNCREF);
        let table = module.tables.iter().next().unwrap().id();
        let mut function = |name: &str, calls: &[FunctionId]| {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
            builder.name(name.to_owned());
            let mut body = builder.func_body();
            for call in calls {
                body.call(*call);
            }
            builder.finish(Vec::new(), &mut module.funcs)
        };
        let shared = function("shared", &[]);
        let helper = function("helper", &[]);
        let rest = function("rest::draw", &[shared, helper]);
        let never = function("rest::never", &[rest]);
        let main = function("main", &[shared, rest]);
        module.exports.add("main", main);
        let (kind, items) = (ElementKind::Passive, ElementItems::Functions(vec![never]));
        let element = module.elements.add(kind, items);
        let offset = ConstExpr::Value(Value::I32(1));
        module.elements.get_mut(element).kind = ElementKind::Active { table, offset };
        module.tables.get_mut(table).elem_segments.insert(element);
        module
    }

    fn names(module: &Module) -> Vec<String> {
        let mut names: Vec<String> = local(module).filter_map(|(id, _)| module.funcs.get(id).name.clone()).collect();
        names.sort();
        names
    }

    #[test]
    fn what_only_the_rest_uses_goes_with_it() {
        let folder = tempfile::tempdir().unwrap();
        let (first, rest) = (folder.path().join("a.wasm"), folder.path().join("b.wasm"));
        module().emit_wasm_file(&first).unwrap();
        split(&first, &rest, |name| name.starts_with("rest::")).unwrap();
        let (first, rest) = (Module::from_file(&first).unwrap(), Module::from_file(&rest).unwrap());
        // Both functions that are called from outside are stubs in the first part, and real in the rest.
        assert_eq!(names(&first), ["main", "rest::draw", "rest::never", "shared"]);
        assert_eq!(names(&rest), ["helper", "rest::draw", "rest::never"]);
        let exports: Vec<&str> = first.exports.iter().map(|export| export.name.as_str()).collect();
        let imports: Vec<&str> = rest.imports.iter().map(|import| import.name.as_str()).collect();
        assert_eq!(imports.len(), 2, "the shared function and the table: {imports:?}");
        assert!(imports.iter().all(|name| exports.contains(name)), "{imports:?} of {exports:?}");
        // The table has two more slots, after the old ones.
        let size =
            |module: &Module| module.tables.iter().map(|table| (table.initial, table.maximum)).collect::<Vec<_>>();
        assert_eq!([size(&first), size(&rest)], [vec![(5, Some(5))], vec![(5, Some(5))]]);
        let filled: Vec<usize> = rest
            .elements
            .iter()
            .map(|element| match &element.items {
                ElementItems::Functions(ids) => ids.len(),
                ElementItems::Expressions(..) => 0,
            })
            .collect();
        assert_eq!(filled, [2]);
    }

    #[test]
    fn a_name_that_nothing_has_is_a_mistake() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.wasm");
        module().emit_wasm_file(&path).unwrap();
        let error = split(&path, &folder.path().join("b.wasm"), |_| false).unwrap_err();
        assert_eq!(error.to_string(), "expected functions of the rest, got none");
    }
}
