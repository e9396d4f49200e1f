# title: Mandelbrot with a task farm
# look: Some rows take longer than others. Core 0 gives the next row to any free core, so none is idle for long. Which core gets which row may differ from run to run.

from parallel import *
from taskfarm import *

WIDTH = 38
HEIGHT = 17
DEPTH = 24

def row_of(y):
    text = ""
    cy = (y - HEIGHT // 2) * 0.14
    for x in range(WIDTH):
        cx = x * 0.08 - 2.1
        zx = 0.0
        zy = 0.0
        n = 0
        while n < DEPTH and zx * zx + zy * zy < 4.0:
            t = zx * zx - zy * zy + cx
            zy = 2.0 * zx * zy + cy
            zx = t
            n += 1
        text += " .:-=+*#@"[n * 8 // DEPTH]
    return text

initTaskFarm(0)
worker()
if coreid() == 0:
    rows = [""] * HEIGHT
    # Which row each core is working on; -1 for none.
    at = [-1] * numcores()
    next_row = 0
    done = 0
    if numcores() == 1:
        for y in range(HEIGHT):
            rows[y] = row_of(y)
        done = HEIGHT
    while done < HEIGHT:
        for core in range(1, numcores()):
            if at[core] >= 0 and testFunctionFinish(core):
                rows[at[core]] = waitFunctionFinish(core)
                at[core] = -1
                done += 1
            if at[core] < 0 and next_row < HEIGHT:
                execFunction(core, row_of, next_row)
                at[core] = next_row
                next_row += 1
    shutdownTaskFarm()
    for text in rows:
        print(text)
