def digits(n):
    while n > 0:
        yield str(n % 10)
        n //= 10


print("".join(digits(1234)))
print(",".join(digits(0)))
# expect: 4321
# expect: 
