import heapq
tasks = [(2, "write"), (1, "read"), (3, "sleep"), (1, "eat")]
heapq.heapify(tasks)
while tasks:
    print(heapq.heappop(tasks)[1])
# expect: eat
# expect: read
# expect: write
# expect: sleep
