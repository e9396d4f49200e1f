from collections import deque

queue = deque()
for take in (queue.pop, queue.popleft):
    try:
        take()
    except IndexError as error:
        print(error)
print(queue, not queue, len(queue))
# expect: pop from an empty deque
# expect: pop from an empty deque
# expect: deque([]) True 0
