from collections import Counter

counts = Counter("hello")
print(isinstance(counts, dict), isinstance(counts, Counter), counts == {"h": 1, "e": 1, "l": 2, "o": 1})
print(list(counts), list(counts.values()), counts.get("z", 0), counts.pop("l"), sorted(counts))
print({letter: count * 10 for letter, count in counts.items()}, [*counts], {**counts})
# expect: True True True
# expect: ['h', 'e', 'l', 'o'] [1, 1, 2, 1] 0 2 ['e', 'h', 'o']
# expect: {'h': 10, 'e': 10, 'o': 10} ['h', 'e', 'o'] {'h': 1, 'e': 1, 'o': 1}
