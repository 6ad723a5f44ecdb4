"""What the fields of the export dialog are called, in the language of the moment."""

from __future__ import annotations

from gui.i18n import LANGUAGES, translate


def labels() -> dict[str, str]:
    """What stands before each field, by the field's attribute in `ExportFields`."""
    return {
        "preset": translate("Export", "purpose"),
        "format": translate("Export", "file"),
        "_size": translate("Export", "size"),
        "_resolution": translate("Export", "resolution"),
        "panel": translate("Export", "plots"),
        "_shown": translate("Export", "beside the plots"),
        "title_": translate("Export", "title"),
        "type_scale": translate("Export", "type size"),
        "theme": translate("Export", "theme"),
        "language": translate("Export", "language"),
        "kind": translate("Export", "motion"),
        "_sweep": translate("Export", "π from, to"),
        "_time": translate("Export", "duration"),
        "loops": translate("Export", "played"),
    }


def boxes(*, of_model: bool = False) -> dict[str, str]:
    """What stands behind each box that is ticked or not."""
    return {
        "tiles": (
            translate("Export", "examples") if of_model else translate("Export", "observations")
        ),
        "formulas": translate("Export", "formulas"),
        "numbers": translate("Export", "numbers"),
        "transparent": translate("Export", "transparent ground"),
        "editable": translate("Export", "text stays text (needs the fonts)"),
        "ease": translate("Export", "begin and end slowly"),
    }


def numbers() -> dict[str, str]:
    """What the numbers, and the unit of two of them, are."""
    return {
        "width_": translate("Export", "width"),
        "height_": translate("Export", "height"),
        "unit": translate("Export", "unit of the size"),
        "scale": translate("Export", "pixels for each of the size"),
        "dpi": translate("Export", "pixels per inch"),
        "start": translate("Export", "π at the beginning"),
        "stop": translate("Export", "π at the end"),
        "seconds": translate("Export", "seconds"),
        "fps": translate("Export", "frames a second"),
    }


def choices(*, of_model: bool = False) -> dict[str, tuple[str, ...]]:
    """What there is to choose from."""
    return {
        **(_of_model() if of_model else _of_observations()),
        "preset": (
            translate("Export", "as set below"),
            translate("Export", "slide, 16:9"),
            translate("Export", "half a page of A4"),
            translate("Export", "square, for the web"),
            translate("Export", "the window, as on the screen"),
        ),
        "format": (
            translate("Export", "PNG, a picture"),
            translate("Export", "SVG, for drawing programs"),
            translate("Export", "PDF, for print"),
            _table(of_model=of_model),
            translate("Export", "GIF, moves everywhere"),
            translate("Export", "APNG, moves in full colour"),
            translate("Export", "WebP, moves in full colour, for the web"),
        ),
        "unit": (translate("Export", "pixels"), translate("Export", "mm")),
        "theme": (translate("Export", "light"), translate("Export", "dark")),
        "language": tuple(LANGUAGES.values()),
    }


def _table(*, of_model: bool) -> str:
    if of_model:
        return translate("Export", "CSV, the examples as a table")
    return translate("Export", "CSV, the curves as a table")


def _of_observations() -> dict[str, tuple[str, ...]]:
    return {
        "panel": (
            translate("Export", "all three"),
            translate("Plots", "Likelihood"),
            translate("Plots", "Log-likelihood"),
            translate("Plots", "Binary cross-entropy"),
        ),
        "kind": (
            translate("Export", "π sweeps along its axis"),
            translate("Export", "the observations come one by one"),
        ),
    }


def _of_model() -> dict[str, tuple[str, ...]]:
    return {
        "panel": (
            translate("Export", "both"),
            translate("Export", "Prediction"),
            translate("Export", "Loss landscape"),
        ),
        "kind": (translate("Export", "the model goes down its landscape"),),
    }
