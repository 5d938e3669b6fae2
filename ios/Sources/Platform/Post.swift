// What goes between phones while nobody asks: the mailbox, who looked at a share, the copies that are followed.

import Bridge

/// One round to the hosts of what is shared. Where nothing is shared and nobody followed it asks nobody.
public enum Post {
    /// What to tell the person. A host that does not answer keeps nothing of the others back: what waits goes with the next round.
    public static func round(_ plan: any Plan) async -> [String] {
        var said: [String] = []
        do {
            said = try await plan.deliverMail().sentences
        } catch let gone as Fault {
            said = [gone.sentence]
        } catch {
            return []
        }
        if Task.isCancelled { return said }
        // What these come to stands on their own screens.
        _ = try? await plan.deliverShares()
        if Task.isCancelled { return said }
        _ = try? await plan.refreshFollowing(now: false)
        return said
    }
}
