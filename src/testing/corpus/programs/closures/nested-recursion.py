def outer(n):
    def factorial(k):
        if k <= 1:
            return 1
        return k * factorial(k - 1)
    return factorial(n)
print(outer(5), outer(6))
# expect: 120 720
