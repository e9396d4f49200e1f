def count():
    n = 0
    while True:
        yield n
        n += 1


c = count()
for n, letter in zip(c, "abc"):
    print(n, letter)
print(next(c))
for letter, n in zip("de", c):
    print(letter, n)
print(next(c))
# expect: 0 a
# expect: 1 b
# expect: 2 c
# expect: 4
# expect: d 5
# expect: e 6
# expect: 7
