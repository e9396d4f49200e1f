# A with in a loop takes no memory that lasts.
class Adds:
    total = 0
    def __enter__(self):
        Adds.total += 1
        return self
    def __exit__(self, kind, value, trace):
        return kind is not None

for i in range(2000):
    with Adds():
        if i % 3 == 0:
            raise ValueError(i)
print(Adds.total)

# expect: 2000
