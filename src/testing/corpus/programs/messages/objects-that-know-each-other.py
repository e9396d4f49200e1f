# cores: 2
from parallel import *
class Node:
    def __init__(self, name, parent=None):
        self.name = name
        self.parent = parent
        self.children = []
        if parent is not None:
            parent.children.append(self)
if coreid() == 0:
    root = Node("root")
    Node("left", root)
    Node("right", root)
    send(root, 1)
else:
    root = recv(0)
    print([child.name for child in root.children], all(child.parent is root for child in root.children))
    # expect 1: ['left', 'right'] True
