def counter(start):
    def count():
        nonlocal start
        while True:
            yield start
            start += 1

    return count


c = counter(5)
a = c()
b = c()
print(next(a), next(a), next(b), next(a))
# expect: 5 6 6 7
