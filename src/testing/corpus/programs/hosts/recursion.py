# cores: 0
# hosts: 1
def f(n): return 0 if n == 0 else 1 + f(n - 1)
print f(500)
# expect: 500
