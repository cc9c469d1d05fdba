"""What the page may ask, by verb; each module is one subject. A verb does what a command does, with the same functions."""

from voorlichter.studio.protocol import Verbs
from voorlichter.studio.verbs import begin, clients, hand_out, keep, own, preview, profile, publish, training

VERBS: Verbs = {
    **begin.VERBS,
    **clients.VERBS,
    **profile.VERBS,
    **own.VERBS,
    **preview.VERBS,
    **hand_out.VERBS,
    **publish.VERBS,
    **keep.VERBS,
    **training.VERBS,
}
