# title: The game of life
# look: A glider crosses from core to core. Each core owns two rows of the world and swaps its edges with its neighbours.

from parallel import *

WIDTH = 20
ROWS = 2
GENERATIONS = 6

me = coreid()
n = numcores()
up = (me + n - 1) % n
down = (me + 1) % n

cells = [[0] * WIDTH for row in range(ROWS + 2)]
# A glider, in the rows of the first two cores.
for place in [[0, 2], [1, 3], [2, 1], [2, 2], [2, 3]]:
    if place[0] // ROWS == me:
        cells[place[0] % ROWS + 1][place[1]] = 1

def swap_edges():
    if n == 1:
        cells[0] = cells[ROWS]
        cells[ROWS + 1] = cells[1]
    elif me % 2 == 0:
        send(cells[ROWS], down)
        cells[0] = recv(up)
        send(cells[1], up)
        cells[ROWS + 1] = recv(down)
    else:
        cells[0] = recv(up)
        send(cells[ROWS], down)
        cells[ROWS + 1] = recv(down)
        send(cells[1], up)

def next_row(above, row, below):
    fresh = [0] * WIDTH
    for c in range(WIDTH):
        l = (c + WIDTH - 1) % WIDTH
        r = (c + 1) % WIDTH
        alive = above[l] + above[c] + above[r] + row[l] + row[r] + below[l] + below[c] + below[r]
        if alive == 3 or (alive == 2 and row[c] == 1):
            fresh[c] = 1
    return fresh

for generation in range(GENERATIONS):
    swap_edges()
    fresh = [next_row(cells[i], cells[i + 1], cells[i + 2]) for i in range(ROWS)]
    for i in range(ROWS):
        cells[i + 1] = fresh[i]

def draw(rows):
    for row in rows:
        print("".join(["#" if cell == 1 else "." for cell in row]))

# Core 0 draws the world, row by row.
if me == 0:
    draw(cells[1:ROWS + 1])
    for core in range(1, n):
        draw(recv(core))
else:
    send(cells[1:ROWS + 1], 0)
