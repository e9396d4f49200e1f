# dialect: classic
import random
i = 0
good = true
while i < 200:
    a = randint(3, 6)
    if a < 3: good = false
    if a > 5: good = false
    b = randrange(4)
    if b < 0: good = false
    if b > 3: good = false
    c = random()
    if c < 0.0: good = false
    if c >= 0.999952: good = false
    d = randint(6, 3)
    if d < 6: good = false
    if d > 8: good = false
    r = native rtl_math(14)
    if r < 0: good = false
    i += 1
print good
print randint(5, 6)
print randrange(1)
# expect: true
# expect: 5
# expect: 0
