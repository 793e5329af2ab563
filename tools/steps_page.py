"""The page of the engine's steps, from the docstrings: what goes in, what comes out, the formula, the source."""

import ast
import inspect
import re
from pathlib import Path

ENGINE = Path(__file__).parents[1] / "src" / "vernost" / "engine"
NUMBER = re.compile(r"Step (\d+)")
PARTS = (
    ("The steps of the assessment", ENGINE / "steps"),
    ("The signals and the tests behind them", ENGINE / "signals"),
    ("The models of the outlook", ENGINE / "outlook"),
)


def steps_text() -> str:
    """Markdown of every part: a section per module that says what it is, by number of the step, then by name."""
    return "\n".join(f"## {title}\n\n" + "\n".join(modules(directory)) for title, directory in PARTS)


def modules(directory: Path) -> list[str]:
    documented = [path for path in directory.glob("[!_]*.py") if documentation(path)]
    return [module_text(path) for path in sorted(documented, key=place)]


def place(path: Path) -> tuple[int, str]:
    number = NUMBER.match(documentation(path))
    return (int(number[1]) if number else 1000, path.stem)


def documentation(path: Path) -> str:
    return ast.get_docstring(syntax(path)) or ""


def syntax(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def module_text(path: Path) -> str:
    functions = [
        function_text(node)
        for node in syntax(path).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and ast.get_docstring(node)
    ]
    return "\n".join((f"### {path.stem}\n", prose(documentation(path)), *functions))


def function_text(node: ast.FunctionDef) -> str:
    arguments = ", ".join(argument.arg for argument in (*node.args.args, *node.args.kwonlyargs))
    return f"**`{node.name}({arguments})`**\n\n{prose(ast.get_docstring(node) or '')}"


def prose(docstring: str) -> str:
    """A docstring as Markdown: brackets and stars are what they are, not links and emphasis."""
    text = re.sub(r"([\[\]*_<])", r"\\\1", inspect.cleandoc(docstring))
    return (
        re.sub(r"`([^`]*)`", lambda code: "`" + re.sub(r"\\([\[\]*_<])", r"\1", code[1]) + "`", text) + "\n"
    )
