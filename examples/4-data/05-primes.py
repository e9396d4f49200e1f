# title: Counting primes
# look: Each core looks for the primes in its own range of numbers. All ranges are equally long. Which core finishes first, and why?

from parallel import *

LIMIT = 1600

me = coreid()
share = LIMIT // numcores()
first = me * share
end = first + share
if me == numcores() - 1:
    end = LIMIT

prime = [True] * (end - first)
divisor = 2
while divisor * divisor < end:
    # The first multiple of the divisor in my range, but never the divisor itself.
    multiple = max(divisor * divisor, (first + divisor - 1) // divisor * divisor)
    while multiple < end:
        prime[multiple - first] = False
        multiple += divisor
    divisor += 1

count = 0
for i in range(end - first):
    if prime[i] and first + i > 1:
        count += 1

print(f"{count} primes from {first} to {end - 1}")
total = reduce(count, "sum")
if me == 0:
    print(total, "primes below", LIMIT)
