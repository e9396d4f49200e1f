def between(first, last=5, step=2):
    while first < last:
        yield first
        first += step


for x in between(1):
    print(x)
for x in between(1, step=3):
    print(x)
# expect: 1
# expect: 3
# expect: 1
# expect: 4
