"""Draws a receipt with Pillow (raqm) and writes it as ESC/POS with python-escpos.

Reads from standard input, as JSON: the font's file, the dots across, the rounds,
the title, and pairs of words and figures. Prints the median of the rounds in
nanoseconds, the rows of dots and the bytes of one receipt. `benches/receipt.rs`
runs it and does the same work itself; what is missing here is told in one line.
"""

import contextlib
import io
import json
import sys
import time

try:
    from escpos.printer import Dummy
    from PIL import Image, ImageDraw, ImageFont, features
except ImportError as missing:
    print(missing)
    sys.exit()
if not features.check("raqm"):
    print("Pillow has no raqm, so it joins no Arabic letters")
    sys.exit()

asked = json.load(sys.stdin)
WIDTH, PITCH, MARGIN, HEAD = asked["dots"], 34, 8, 60
HEIGHT = HEAD + PITCH * len(asked["rows"])


def font(size):
    return ImageFont.truetype(asked["font"], size, layout_engine=ImageFont.Layout.RAQM)


TITLE, BODY = font(36), font(24)


def receipt():
    rows = asked["rows"]
    sheet = Image.new("L", (WIDTH, HEIGHT), 255)
    pen = ImageDraw.Draw(sheet)
    pen.text((WIDTH // 2, 8), asked["title"], font=TITLE, fill=0, anchor="ma", direction="rtl")
    for at, (words, figures) in enumerate(rows):
        top = HEAD + PITCH * at
        pen.text((WIDTH - MARGIN, top), words, font=BODY, fill=0, anchor="ra", direction="rtl")
        pen.text((MARGIN, top), figures, font=BODY, fill=0, anchor="la", direction="ltr")
    printer = Dummy()
    printer.image(sheet.point(lambda level: 255 * (level > 127)).convert("1"))
    printer.cut()
    return printer.output


times = []
# python-escpos remarks on every picture that its profile names no paper width.
with contextlib.redirect_stdout(io.StringIO()):
    written = receipt()
    for _ in range(asked["rounds"]):
        started = time.perf_counter_ns()
        receipt()
        times.append(time.perf_counter_ns() - started)
print(sorted(times)[len(times) // 2], HEIGHT, len(written))
