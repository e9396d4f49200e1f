# cores: 2
# seed: 7
from random import randint, random, seed, randrange
a = [randint(1, 6), randint(1, 6), randint(1, 6)]
ok = True
for x in a:
    if x < 1 or x > 6: ok = False
for i in range(200):
    r = random()
    if r < 0 or r >= 1: ok = False
    k = randrange(5)
    if k < 0 or k > 4: ok = False
    k = randrange(-3, 0)
    if k < -3 or k > -1: ok = False
print ok, randint(5, 5), randrange(7, 8)
# expect: True 5 7
seed(3)
b = [randint(0, 1000), random(), randint(0, 1000)]
seed(3)
print b == [randint(0, 1000), random(), randint(0, 1000)]
# expect: True
