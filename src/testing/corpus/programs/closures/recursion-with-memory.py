def fib():
    memo = {}
    def go(n):
        if n not in memo:
            memo[n] = n if n < 2 else go(n - 1) + go(n - 2)
        return memo[n]
    return go
print(fib()(30))
# expect: 832040
