# Many objects in the order that their class says, equals as they stood.
class Card:
    def __init__(self, rank, at):
        self.rank = rank
        self.at = at
    def __lt__(self, other):
        return self.rank < other.rank
cards = [Card(k * 37 % 11, k) for k in range(60)]
up = sorted(cards)
print([(c.rank, c.at) for c in up[:8]])
cards.sort(reverse=True)
print([(c.rank, c.at) for c in cards[:8]])
print([c.at for c in sorted(cards, key=lambda c: (c, c.at))[:8]])

# expect: [(0, 0), (0, 11), (0, 22), (0, 33), (0, 44), (0, 55), (1, 3), (1, 14)]
# expect: [(10, 8), (10, 19), (10, 30), (10, 41), (10, 52), (9, 5), (9, 16), (9, 27)]
# expect: [0, 11, 22, 33, 44, 55, 3, 14]
