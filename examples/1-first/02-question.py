# title: Asking for input
# look: One core asks you a question, and tells the others your answer.
# answers: 50

from parallel import *

count = 0
if coreid() == 0:
    count = int(input("How many pairs of terms should each core add? "))

# Only core 0 knows the answer. bcast gives it to all cores.
count = bcast(count, 0)

total = 0.0
k = 2 * coreid() * count
for i in range(count):
    total += 1.0 / (2 * k + 1) - 1.0 / (2 * k + 3)
    k += 2
pi = 4 * reduce(total, "sum")

if coreid() == 0:
    print(f"After {count * numcores()} pairs of terms, pi is about {pi}")
