"""Names of people who do not exist, in an order that is the same on every machine."""

import unicodedata
from collections.abc import Iterator
from random import Random

FIRST_NAMES = """
Abeni Adrianna Aeron Aileen Aled Amara Anouk Anwen Ariadne Arjun Asel Aurelia Baptiste Beatrix Bethan Blossom
Bronagh Caius Calliope Ceridwen Chidi Clementine Conall Cosima Damaris Delphine Demelza Desmond Dilys Dulcie
Eirlys Eleri Elowen Emeka Eulalia Evander Farida Ffion Fintan Florian Gethin Giacomo Ginevra Griselda Gulshan
Gwilym Hadiya Halcyon Hester Hyacinth Ianthe Ignatius Ilse Imani Iolo Isolde Ivor Jacinta Jago Jemima Jocasta
Juniper Kamala Katya Kerensa Keziah Lachlan Leocadia Linnea Llyr Loveday Lucian Lysander Mabli Magnus Malachy
Marisol Mattias Merryn Minh Mirela Morwenna Nefeli Nerys Niamh Nkechi Octavia Odhran Olwen Orla Oswin Padma
Peregrine Perpetua Phoebe Piotr Posy Priyanka Quentin Quillan Radomir Rafferty Rhiannon Roisin Rosamund Rowan
Ruaridh Sacha Saoirse Seren Seraphina Sholto Sorcha Sunniva Tadhg Talitha Tamsin Tegan Thandiwe Theodora
Tirion Torquil Ursula Vashti Venetia Viggo Wilhelmina Winifred Xanthe Yevhen Yoshiko Ysolde Zahra Zebedee
Zosia
""".split()

LAST_NAMES = """
Abernathy-Fell Applegarth Ashdown-Moss Barleycorn Bellwether Birchenough Blackthorn Brackenbury Bramblewick
Briarstone Brightwater Calderbrook Candlewick Chaffinch Clovelly Cobblestone Coppergate Cornfield Cranesbill
Crosswater Damselfly Dappleton Dewhollow Dovecote Driftwood Dunlinmoor Eiderdown Elderflower Fairweather
Featherstitch Fennimore Fernyhalgh Fieldfare Flintlock Foxglade Gannetcliff Goldcrest Gooseford Greenfinch
Harebell Hartsmere Hawksbeard Haymarket Heatherwick Hollowbrook Honeyball Hoverfly Ivywood Jackdaw Juneberry
Kestrelmoor Kingcup Kittiwake Lapwingdale Larkspur Lavenderhill Limewood Linnetfield Loosestrife Mallowfield
Marigold Marshwood Meadowsweet Merrythought Millrace Mistlethrush Moonpenny Mossbank Nettlefold Nightjar
Oakapple Oatfield Orchardleigh Osprey-Vale Otterburn-Lea Oxeye Partridge-Hill Pebblecombe Periwinkle Pimpernel
Pinecroft Plumfield Quailstone Quickbeam Ragwort Redpoll Reedmace Rosehip Rowanberry Rushmere Saltmarsh
Sandmartin Sedgewick-Holt Shearwater Silverbirch Skylark Snowgoose Sorrelwood Sparrowfield Speedwell
Starling-Price Stonechat Swallowtail Tansyfield Teasel Thistledown Thornbush Tidewater Toadflax Treecreeper
Turnstone Umberleigh Violetstone Wagtail-Smith Waterlily Waxwing Wheatear Whimbrel Whitebeam Wildrose
Willowherb Windhover Woodruff-Day Woodwarbler Yarrow Yellowhammer
""".split()


def people(random: Random) -> Iterator[tuple[str, str, str]]:
    """First name, last name and the part of an address before the @, never the same address twice."""
    pairs = [(first, last) for first in FIRST_NAMES for last in LAST_NAMES]
    for first, last in random.sample(pairs, k=len(pairs)):
        yield first, last, ascii_only(f"{first}.{last}")


def ascii_only(text: str) -> str:
    """Small letters without accents, fit for an address."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
