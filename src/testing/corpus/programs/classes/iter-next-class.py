class Countdown:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1
for x in Countdown(3):
    print(x)
else:
    print("end", x)
print(list(Countdown(3)), sum(Countdown(4)), max(Countdown(5)), sorted(Countdown(3)), tuple(Countdown(2)))
# expect: 3
# expect: 2
# expect: 1
# expect: end 1
# expect: [3, 2, 1] 10 5 [1, 2, 3] (2, 1)
