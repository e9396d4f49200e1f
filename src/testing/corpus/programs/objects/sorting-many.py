class N:
    def __init__(self, k):
        self.k = k
    def __lt__(self, other):
        return self.k < other.k
l = [N((i * 37) % 101) for i in range(60)]
s = [n.k for n in sorted(l)]
print(s == sorted(n.k for n in l), s[0], s[-1], max(l).k, min(l).k)
# expect: True 0 100 100 0
