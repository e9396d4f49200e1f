class Two:
    def __init__(self):
        self.k = 0
    def __next__(self):
        self.k += 1
        if self.k > 2:
            raise StopIteration("no more")
        return self.k
t = Two()
print(next(t), next(t), next(t, "none"), next(t, None))
x = 7
try:
    x = next(t)
except StopIteration as e:
    print("stopped", e, x)
# expect: 1 2 none None
# expect: stopped no more 7
