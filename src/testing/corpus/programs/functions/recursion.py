def fact(n):
    if n <= 1: return 1
    return n * fact(n - 1)
print fact(10)
# expect: 3628800
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print fib(15)
# expect: 610
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
print even(10), even(7)
# expect: True False
