from parallel import *

# A filter: each point of the result is the sum of 112 points
# of a wave, each multiplied by its weight.
WIDTH = 112
POINTS = 4

def wave(k):
    return k * 13 % 31

w = [k % 7 - 3 for k in range(WIDTH)]

me = coreid()
first = me * POINTS
s = [wave(first + k) for k in range(WIDTH + POINTS)]

# Point k of this core.
def point(k):
    t = 0
    for j in range(WIDTH):
        t += w[j] * s[k + j]
    return t

points = [point(k) for k in range(POINTS)]
print("Points", points)
