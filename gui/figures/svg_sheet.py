"""The sheet of an SVG file: it gathers what is painted, and groups what is cut off alike."""

from __future__ import annotations

import math
from typing import NamedTuple

from PyQt5.QtCore import Qt
from PyQt5.QtGui import QPainterPath

from gui.figures.svg_markup import (
    Attributes,
    Corners,
    corners_of,
    path_data,
    rect_attributes,
    tag,
)

_EVERYWHERE = (-math.inf, -math.inf, math.inf, math.inf)


class Clip(NamedTuple):
    """Where paint may go.

    Attributes:
        rect: in the picture's units.
        paths: further shapes, as elements of SVG, in all of which a painted point must lie.
    """

    rect: Corners = _EVERYWHERE
    paths: tuple[str, ...] = ()

    def cut(self, path: QPainterPath) -> Clip:
        """What of it is also inside `path`."""
        if path.isEmpty():
            return _NOWHERE
        corners = corners_of(path)
        if corners is not None:
            return self._replace(rect=_common(self.rect, corners))
        shape = {"d": path_data(path)}
        if path.fillRule() == Qt.FillRule.OddEvenFill:
            shape["clip-rule"] = "evenodd"
        element = tag("path", shape)
        return self if element in self.paths else self._replace(paths=(*self.paths, element))

    def shapes(self, page: Corners) -> tuple[str, ...] | None:
        """The elements of SVG that cut off what lies on `page`; None if nothing is left of it."""
        seen = _common(self.rect, page)
        if seen[2] <= seen[0] or seen[3] <= seen[1]:
            return None
        return self.paths if seen == page else (tag("rect", rect_attributes(seen)), *self.paths)


_NOWHERE = Clip((0.0, 0.0, 0.0, 0.0))


class _Element(NamedTuple):
    """Something painted.

    Attributes:
        clip: the shapes that cut it off.
        markup: the element of SVG; of glyphs, without its path.
        glyphs: the paths of glyphs, which are one element.
        family: of the glyphs.
    """

    clip: tuple[str, ...]
    markup: str
    glyphs: list[str]
    family: str


class Sheet:
    """Collects the elements of a picture.

    Attributes:
        page: what is to be seen.
        error: what went wrong first while painting.
        has_images: whether the elements refer to images.
    """

    def __init__(self, page: Corners) -> None:
        self.page = page
        self.error: Exception | None = None
        self.has_images = False
        self._elements: list[_Element] = []

    def add(self, clip: Clip, markup: str) -> None:
        """Lay an element over what is there."""
        shapes = clip.shapes(self.page)
        if shapes is not None:
            self._elements.append(_Element(shapes, markup, [], ""))

    def add_glyphs(self, clip: Clip, fill: Attributes, family: str, data: str) -> None:
        """Lay a run of text over what is there, as one element with the run before if it can be.

        Translucent glyphs would show where they overlap, and glyphs of different fonts may turn
        the other way round and leave a hole there.
        """
        shapes = clip.shapes(self.page)
        if shapes is None:
            return
        new = _Element(shapes, tag("path", fill, closed=False), [data], family)
        last = self._elements[-1] if self._elements else None
        if (
            last is not None
            and (last.clip, last.markup, last.family) == (new.clip, new.markup, new.family)
            and "fill-opacity" not in fill
        ):
            last.glyphs.append(data)
        else:
            self._elements.append(new)

    def written(self) -> tuple[list[str], list[str]]:
        """The lines of the elements, and those of the clips that they name."""
        body: list[str] = []
        names: dict[str, str] = {}
        groups: tuple[str, ...] = ()
        for element in self._elements:
            shared = 0
            while groups[shared : shared + 1] == element.clip[shared : shared + 1] != ():
                shared += 1
            body += ["</g>"] * (len(groups) - shared)
            # A group for each shape: not every renderer reads a clip that is itself clipped.
            for shape in element.clip[shared:]:
                name = names.setdefault(shape, f"c{len(names) + 1}")
                body.append(tag("g", {"clip-path": f"url(#{name})"}, closed=False))
            groups = element.clip
            markup = element.markup
            if element.glyphs:
                markup = f'{markup.removesuffix(">")} d="{"".join(element.glyphs)}"/>'
            body.append(markup)
        body += ["</g>"] * len(groups)
        return body, [f'<clipPath id="{name}">{shape}</clipPath>' for shape, name in names.items()]


def _common(one: Corners, other: Corners) -> Corners:
    """What two rectangles share; a negative width or height if they are apart."""
    return (
        max(one[0], other[0]),
        max(one[1], other[1]),
        min(one[2], other[2]),
        min(one[3], other[3]),
    )
