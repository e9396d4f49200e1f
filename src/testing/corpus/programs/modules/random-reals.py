import random
for i in range(20):
    assert 1 <= random.uniform(1, 2) <= 2
    assert 0 <= random.triangular() <= 1
    assert random.expovariate(2) >= 0
    assert -40 < random.gauss(0, 5) < 40
    assert random.paretovariate(3) >= 1
print("done")
# expect: done
