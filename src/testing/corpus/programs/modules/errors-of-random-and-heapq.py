import heapq
import random


def tell(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)


tell(lambda: random.choice([]))
# expect: IndexError Cannot choose from an empty sequence
tell(lambda: random.sample([1], 2))
# expect: ValueError Sample larger than population or is negative
tell(lambda: random.choices([], k=1))
# expect: IndexError list index out of range
tell(lambda: heapq.heappop([]))
# expect: IndexError index out of range
tell(lambda: heapq.heapreplace([], 1))
# expect: IndexError index out of range
