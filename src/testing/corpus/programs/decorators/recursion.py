calls = [0]
def counted(f):
    global plain
    plain = f
    return counting
def counting(n):
    calls[0] += 1
    return plain(n)
@counted
def factorial(n, least=1):
    return 1 if n <= least else n * factorial(n - 1)
print factorial(5), calls
# expect: 120 [5]
