"""Wrong usage in our words: what is wrong, and how to see what is right."""

import click

from vernost.cli.language import gettext as _


def words_of_usage_error(error: click.UsageError) -> str:
    """One message for `error`, ending with the command that shows the right usage."""
    path = error.ctx.command_path if error.ctx else "vernost"
    return _("{what} See {command} --help.", what=_what(error), command=path)


def _what(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        near = ", ".join(sorted(error.possibilities or ()))
        if near:
            return _("There is no option {option}; did you mean {near}?", option=error.option_name, near=near)
        return _("There is no option {option}.", option=error.option_name)
    if isinstance(error, click.MissingParameter):
        return _("{name} is missing.", name=_name(error))
    if isinstance(error, click.BadParameter):
        if error.param is not None and isinstance(error.param.type, click.Choice):
            return _(
                "{name} is one of {choices}.", name=_name(error), choices=", ".join(error.param.type.choices)
            )
        if error.param is not None and isinstance(error.param.type, click.types.IntParamType):
            return _(
                "{name} must be a whole number in its range ({detail})",
                name=_name(error),
                detail=error.message,
            )
        return f"{_name(error)}: {error.message}"
    if isinstance(error, click.BadOptionUsage):
        return _("{option} needs a value.", option=error.option_name)
    return error.message


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return str(error.param_hint or "")
    if isinstance(error.param, click.Argument):
        return error.param.make_metavar(error.ctx or click.Context(click.Command("vernost")))
    return "/".join(error.param.opts)
