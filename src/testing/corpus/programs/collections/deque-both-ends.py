from collections import deque

queue = deque([1, 2, 3])
queue.append(4)
queue.appendleft(0)
print(queue, len(queue), queue[0], queue[-1])
print(queue.popleft(), queue.pop(), 2 in queue, bool(queue))
queue.extend([7, 8])
queue.extendleft([9, 10])
print(list(queue), sum(queue), sorted(queue))
# expect: deque([0, 1, 2, 3, 4]) 5 0 4
# expect: 0 4 True True
# expect: [10, 9, 1, 2, 3, 7, 8] 40 [1, 2, 3, 7, 8, 9, 10]
