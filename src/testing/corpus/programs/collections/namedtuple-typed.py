from typing import NamedTuple


class Card(NamedTuple):
    rank: int
    suit: str = "hearts"

    def name(self):
        return f"{self.rank} of {self.suit}"


print(Card(3), Card(4, "clubs").name(), Card(1) < Card(2), [*Card(5)])
# expect: Card(rank=3, suit='hearts') 4 of clubs True [5, 'hearts']
