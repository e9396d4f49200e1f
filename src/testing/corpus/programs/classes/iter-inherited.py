class Base:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n
class Doubled(Base):
    def __next__(self):
        return super().__next__() * 2
print(list(Doubled(4)), list(Base(2)))
# expect: [6, 4, 2, 0] [1, 0]
