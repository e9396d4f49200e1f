class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next
head = None
for k in range(5):
    head = Node(k, head)
node = head
while node is not None:
    print(node.value)
    node = node.next
# expect: 4
# expect: 3
# expect: 2
# expect: 1
# expect: 0
