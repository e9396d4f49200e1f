class Name(str):
    def shout(self):
        return self.upper() + "!"


class Pair(tuple):
    def swapped(self):
        return Pair((self[1], self[0]))


name = Name("bob")
print(name, name.shout(), len(name), name == "bob", name[0], "b" in name, {name: 1}["bob"], [name], f"{name:>5}")
a, b = Pair((1, 2))
print(a, b, Pair((1, 2)).swapped(), Pair((1, 2)) == (1, 2), {Pair((1, 2)): 3}[(1, 2)])
# expect: bob BOB! 3 True b True 1 ['bob']   bob
# expect: 1 2 (2, 1) True 3
