import random
for i in range(20):
    assert random.randrange(0, 10, 5) in (0, 5)
    assert random.randrange(10, 0, -3) in (10, 7, 4, 1)
    assert 0 <= random.getrandbits(4) < 16
    assert random.getrandbits(31) >= 0
print("done")
# expect: done
