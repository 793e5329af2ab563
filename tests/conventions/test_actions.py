"""Actions and faces keep to their form (architecture, habits 2 and 4)."""

import ast
from pathlib import Path

from tests.conventions.tree import DATA_APPS, FACES, ROOT, SOURCE, python_files, syntax

Function = ast.FunctionDef | ast.AsyncFunctionDef


def public_functions(path: Path) -> list[Function]:
    return [
        node for node in syntax(path).body if isinstance(node, Function) and not node.name.startswith("_")
    ]


def actions() -> list[tuple[Path, Function]]:
    return [
        (path, function)
        for app in DATA_APPS
        for path in python_files(SOURCE / app / "actions")
        for function in public_functions(path)
    ]


def named(path: Path, node: ast.stmt) -> str:
    return f"{path.relative_to(ROOT)}:{node.lineno}"


def test_public_actions_take_keywords_only():
    assert [named(path, node) for path, node in actions() if node.args.posonlyargs or node.args.args] == []


def test_public_actions_are_annotated():
    assert [
        named(path, node)
        for path, node in actions()
        if node.returns is None or any(argument.annotation is None for argument in node.args.kwonlyargs)
    ] == []


def is_model(node: ast.stmt) -> bool:
    return isinstance(node, ast.ClassDef) and any(
        ast.unparse(base) in {"Model", "models.Model"} for base in node.bases
    )


def test_faces_define_no_models():
    assert [
        named(path, node)
        for face in FACES
        for path in python_files(SOURCE / face)
        for node in syntax(path).body
        if is_model(node)
    ] == []


def test_faces_have_no_migrations():
    assert [face for face in FACES if list((SOURCE / face).rglob("migrations"))] == []
