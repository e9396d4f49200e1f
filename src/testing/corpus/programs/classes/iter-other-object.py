class Steps:
    def __init__(self, of):
        self.of = of
        self.at = 0
    def __iter__(self):
        return self
    def __next__(self):
        if self.at == len(self.of.words):
            raise StopIteration()
        self.at += 1
        return self.of.words[self.at - 1]
class Words:
    def __init__(self, words):
        self.words = words
    def __iter__(self):
        return Steps(self)
w = Words(("a", "b", "c"))
print(list(w), list(w), [x + y for x in w for y in w])
print(list(enumerate(w)), list(zip(w, w)), list(map(len, w)))
# expect: ['a', 'b', 'c'] ['a', 'b', 'c'] ['aa', 'ab', 'ac', 'ba', 'bb', 'bc', 'ca', 'cb', 'cc']
# expect: [(0, 'a'), (1, 'b'), (2, 'c')] [('a', 'a'), ('b', 'b'), ('c', 'c')] [1, 1, 1]
