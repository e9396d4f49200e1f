class Squares:
    def __getitem__(self, k):
        if k > 3:
            raise IndexError(k)
        return k * k
s = Squares()
for x in s:
    print(x)
print(list(s), 4 in s, 5 in s, 5 not in s, max(s))
a, b, c, d = s
print(a, b, c, d)
# expect: 0
# expect: 1
# expect: 4
# expect: 9
# expect: [0, 1, 4, 9] True False True 9
# expect: 0 1 4 9
