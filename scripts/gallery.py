"""The pictures in docs/ and the two pages of the gallery, from the command line alone.

Each picture is what one command of the program writes; the pages show the picture and the command.
`make screenshots` runs this.
"""

from __future__ import annotations

import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PICTURES = "gallery"
LANGUAGES = ("en", "ko")

TOSSES = "1011011101"
# What README.md shows: the window, once in each language.
WINDOWS = {
    "explore-light-en.png": f"{TOSSES} --pi 0.42 --preset screen --lang en --theme light",
    "explore-dark-ko.png": f"{TOSSES} --pi 0.42 --preset screen --lang ko --theme dark",
    "lesson-light-en.png": "--lesson mle:2 --preset screen --lang en --theme light",
    "lesson-dark-ko.png": "--lesson mle:2 --preset screen --lang ko --theme dark",
    "model-light-en.png": "--view model --preset screen --lang en --theme light",
    "model-dark-ko.png": "--view model --preset screen --lang ko --theme dark",
}


@dataclass(frozen=True)
class Entry:
    """One picture of the gallery.

    Attributes:
        name: of the file, without the language.
        command: what is said to the program besides `--lang` and `--export`; `{title}` stands for
            the title in the language.
        heading: by language.
        words: what the picture is good for, by language.
    """

    name: str
    command: str
    heading: dict[str, str]
    words: dict[str, str]


ENTRIES = (
    Entry(
        "slide.png",
        f"{TOSSES} --pi 0.42 --preset slide --size 1280x720 --title {{title}}",
        {"en": "Three curves, one optimum", "ko": "세 곡선, 하나의 최적점"},
        {
            "en": "For a slide: the data, each formula with its numbers, and its curve beside it.",
            "ko": "슬라이드용 그림입니다. 관측값 아래에 수를 대입한 수식과 곡선이 나란히 있습니다.",
        },
    ),
    Entry(
        "sweep.gif",
        f"{TOSSES} --size 768x432 --type-scale 1.25 --animate sweep --seconds 3 --fps 20",
        {"en": "π moves", "ko": "π를 움직이면"},
        {
            "en": "Three values move along three curves, and stand at their best at the same time.",
            "ko": "세 점이 세 곡선 위를 함께 움직이다가 같은 π에서 나란히 최적점에 이릅니다.",
        },
    ),
    Entry(
        "replay.gif",
        "--draw 200:0.7:42 --pi 0.5 --true-pi 0.7 --size 768x432 --type-scale 1.25 "
        "--without formulas,numbers --animate replay --seconds 5 --fps 12",
        {"en": "The observations come one by one", "ko": "관측값이 하나씩 늘어나면"},
        {
            "en": "Two hundred draws: the peak grows narrow and settles near the true π.",
            "ko": "200번 뽑는 동안 봉우리가 점점 좁아지며 π의 참값 근처에 자리 잡습니다.",
        },
    ),
    Entry(
        "bce-dark.png",
        "1101 --pi 0.3 --preset slide --size 1280x720 --panel bce --theme dark",
        {"en": "One plot alone, dark", "ko": "어두운 테마의 그래프 하나"},
        {
            "en": "The binary cross-entropy, and what ones and zeros contribute to it.",
            "ko": "이진 교차 엔트로피를 1의 기여와 0의 기여로 나누어 보입니다.",
        },
    ),
    Entry(
        "print.png",
        "--counts 2048/4040 --pi 0.55 --preset a4-half --dpi 150 --without tiles",
        {"en": "Half a page of A4", "ko": "A4 절반"},
        {
            "en": "For print, without a ground of its own: Buffon's coin, thrown 4,040 times. "
            "A .pdf by the same command has its fonts embedded.",
            "ko": "뷔퐁이 동전을 4,040번 던진 자료를 배경이 투명한 인쇄용 그림으로 만들었습니다. "
            "같은 명령으로 .pdf를 만들면 글꼴도 파일에 포함됩니다.",
        },
    ),
    Entry(
        "peak.png",
        "--counts 178079/350757 --pi 0.5 --interval 0.495:0.515 --preset square --size 800x800 "
        "--without tiles",
        {"en": "A narrow peak", "ko": "좁은 봉우리"},
        {
            "en": "350,757 coin flips: the curves from 0.495 to 0.515, and how far 0.5 is off.",
            "ko": "동전을 350,757번 던진 자료입니다. π 축을 0.495에서 0.515까지 확대하면 0.5가 "
            "최적점에서 얼마나 벗어나 있는지 보입니다.",
        },
    ),
    Entry(
        "model.png",
        "--view model --preset slide --size 1280x720",
        {"en": "A model with a weight and a bias", "ko": "가중치와 편향이 있는 모형"},
        {
            "en": "23 launches before the Challenger accident: each prediction with its loss, and "
            "a descent in the landscape of the binary cross-entropy.",
            "ko": "챌린저호 사고 전 23회 발사의 예측과 손실, 그리고 이진 교차 엔트로피의 지형을 "
            "따라 최적점으로 내려가는 경로입니다.",
        },
    ),
    Entry(
        "boundary.png",
        "--counts 82/82 --pi 0.97 --preset slide --size 1280x720",
        {"en": "An optimum on the boundary", "ko": "경계에 있는 최적점"},
        {
            "en": "In each of 82 years more boys than girls were christened in London: π̂ = 1.",
            "ko": "런던에서는 82년 동안 해마다 세례를 받은 남자아이가 여자아이보다 많았습니다. "
            "그래서 최적점은 π̂ = 1입니다.",
        },
    ),
)

TITLES = {"en": "Three ways to one optimum", "ko": "하나의 최적점에 이르는 세 길"}
PAGES = {"en": "gallery.md", "ko": "gallery.ko.md"}
HEADS = {
    "en": "# Gallery\n\n[한국어](gallery.ko.md)\n\n"
    "Each picture is a file that the command under it writes, byte for byte. All of them are made "
    "anew by `make screenshots`.\n",
    "ko": "# 갤러리\n\n[English](gallery.md)\n\n"
    "각 그림은 바로 아래의 명령으로 만든 파일 그대로입니다. `make screenshots`를 실행하면 모두 "
    "다시 만듭니다.\n",
}


def file_name(entry: Entry, language: str) -> str:
    """The picture's file in one language."""
    stem, ending = entry.name.rsplit(".", 1)
    return f"{stem}-{language}.{ending}"


def arguments(entry: Entry, language: str) -> list[str]:
    """What is said to the program for a picture of the gallery, the file apart."""
    words = shlex.split(entry.command)
    title = TITLES[language]
    return [*(title if word == "{title}" else word for word in words), "--lang", language]


def page(language: str) -> str:
    """The gallery's page in one language."""
    parts = [HEADS[language]]
    for entry in ENTRIES:
        name = file_name(entry, language)
        command = shlex.join(["python", "main.py", *arguments(entry, language), "--export", name])
        heading, words = entry.heading[language], entry.words[language]
        parts.append(
            f"## {heading}\n\n![{heading}]({PICTURES}/{name})\n\n{words}\n\n```sh\n{command}\n```\n"
        )
    return "\n".join(parts)


def commands() -> list[list[str]]:
    """What is said to the program for every picture in docs/."""
    windows = [
        [*shlex.split(command), "--export", str(DOCS / name)] for name, command in WINDOWS.items()
    ]
    pictures = [
        [*arguments(entry, language), "--export", str(DOCS / PICTURES / file_name(entry, language))]
        for entry in ENTRIES
        for language in LANGUAGES
    ]
    return windows + pictures


def main() -> int:
    """Write the pictures and the pages; returns the exit status."""
    (DOCS / PICTURES).mkdir(parents=True, exist_ok=True)

    def run(command: list[str]) -> int:
        program = [sys.executable, str(ROOT / "main.py")]
        return subprocess.run([*program, *command], check=False).returncode

    with ThreadPoolExecutor(2) as pool:
        statuses = list(pool.map(run, commands()))
    for language in LANGUAGES:
        (DOCS / PAGES[language]).write_text(page(language), encoding="utf-8", newline="\n")
    return max(statuses)


if __name__ == "__main__":
    sys.exit(main())
