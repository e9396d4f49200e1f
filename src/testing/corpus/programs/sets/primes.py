composite = set()
primes = []
for n in range(2, 60):
    if n not in composite:
        primes.append(n)
        for m in range(n * n, 60, n):
            composite.add(m)
print(primes)
# expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59]
