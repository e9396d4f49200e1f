class Share:
    def __init__(self, size):
        self.size = size

    def __truediv__(self, other):
        return Share(self.size / (other.size if isinstance(other, Share) else other))

    def __rtruediv__(self, other):
        return Share(other / self.size)


print((Share(3) / Share(2)).size, (Share(1) / 4).size, (6 / Share(4)).size)
share = Share(8)
share /= 2
print(share.size)
# expect: 1.5 0.25 1.5
# expect: 4.0
