def outer(n):
    def down(k):
        if k == 0:
            return [n]
        return [k] + down(k - 1)
    return down(n)
print(outer(4))
# expect: [4, 3, 2, 1, 4]
