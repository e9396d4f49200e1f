def count():
    n = 0
    while True:
        yield n
        n += 1


squares = (n * n for n in count())
print([next(squares) for i in range(5)])
print(any(n > 10 for n in count()))
print(next(n for n in count() if n * n > 50))
print(next((n for n in [1, 2] if n > 5), "none"))
# expect: [0, 1, 4, 9, 16]
# expect: True
# expect: 8
# expect: none
