def parity(n):
    limit = 50
    def even(k):
        return k == 0 or (k < limit and odd(k - 1))
    def odd(k):
        return k != 0 and even(k - 1)
    return even(n)
print(parity(10), parity(7))
# expect: True False
