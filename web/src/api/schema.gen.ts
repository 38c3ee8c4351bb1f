// Made by scripts/generate-types.mjs from the OpenAPI document of the server. Not to be edited.
export interface paths {
    "/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the teams */
        get: operations["getTeamCollection"];
        put?: never;
        /**
         * Creates a team
         * @description Of JSON one; of CSV one for each line. A CSV has a header line with the names of fields; a line that is refused does not hold the others back.
         */
        post: operations["postTeamCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The team's id. */
                id: string;
            };
            cookie?: never;
        };
        /** Shows a team */
        get: operations["getTeamItem"];
        /**
         * Changes a team
         * @description Changes the fields that the body has. An object or list that it has replaces the old one whole.
         */
        put: operations["putTeamItem"];
        post?: never;
        /** Deletes a team */
        delete: operations["deleteTeamItem"];
        options?: never;
        head?: never;
        /**
         * Patches a team
         * @description A merge patch (RFC 7396): what is left out of objects stays too, and null clears.
         */
        patch: operations["patchTeamItem"];
        trace?: never;
    };
    "/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the workspaces */
        get: operations["getWorkspaceCollection"];
        put?: never;
        /**
         * Creates a workspace
         * @description Of JSON one; of CSV one for each line. A CSV has a header line with the names of fields; a line that is refused does not hold the others back.
         */
        post: operations["postWorkspaceCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace's id. */
                id: string;
            };
            cookie?: never;
        };
        /** Shows a workspace */
        get: operations["getWorkspaceItem"];
        /**
         * Changes a workspace
         * @description Changes the fields that the body has. An object or list that it has replaces the old one whole.
         */
        put: operations["putWorkspaceItem"];
        post?: never;
        /** Deletes a workspace */
        delete: operations["deleteWorkspaceItem"];
        options?: never;
        head?: never;
        /**
         * Patches a workspace
         * @description A merge patch (RFC 7396): what is left out of objects stays too, and null clears.
         */
        patch: operations["patchWorkspaceItem"];
        trace?: never;
    };
    "/teams/{id}/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The team's id. */
                id: string;
            };
            cookie?: never;
        };
        /** Lists the workspaces of a team */
        get: operations["api_teams_workspaces_get_subresourceTeamSubresource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the orders */
        get: operations["getOrderCollection"];
        put?: never;
        /**
         * Creates an order
         * @description Of JSON one; of CSV one for each line. A CSV has a header line with the names of fields; a line that is refused does not hold the others back.
         */
        post: operations["postOrderCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The order's id. */
                id: string;
            };
            cookie?: never;
        };
        /** Shows an order */
        get: operations["getOrderItem"];
        /**
         * Changes an order
         * @description Changes the fields that the body has. An object or list that it has replaces the old one whole.
         */
        put: operations["putOrderItem"];
        post?: never;
        /** Deletes an order */
        delete: operations["deleteOrderItem"];
        options?: never;
        head?: never;
        /**
         * Patches an order
         * @description A merge patch (RFC 7396): what is left out of objects stays too, and null clears.
         */
        patch: operations["patchOrderItem"];
        trace?: never;
    };
    "/workspaces/{id}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace's id. */
                id: string;
            };
            cookie?: never;
        };
        /** Lists the orders of a workspace */
        get: operations["api_workspaces_orders_get_subresourceWorkspaceSubresource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{id}/workspaces/{workspaces}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The team's id. */
                id: string;
                /** @description The workspace's id. */
                workspaces: string;
            };
            cookie?: never;
        };
        /** Lists the orders of a workspace of a team */
        get: operations["api_teams_workspaces_orders_get_subresourceTeamSubresource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/order_items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the order items */
        get: operations["getOrderItemCollection"];
        put?: never;
        /**
         * Creates an order item
         * @description Of JSON one; of CSV one for each line. A CSV has a header line with the names of fields; a line that is refused does not hold the others back.
         */
        post: operations["postOrderItemCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/order_items/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The order item's id. */
                id: string;
            };
            cookie?: never;
        };
        /** Shows an order item */
        get: operations["getOrderItemItem"];
        /**
         * Changes an order item
         * @description Changes the fields that the body has. An object or list that it has replaces the old one whole.
         */
        put: operations["putOrderItemItem"];
        post?: never;
        /** Deletes an order item */
        delete: operations["deleteOrderItemItem"];
        options?: never;
        head?: never;
        /**
         * Patches an order item
         * @description A merge patch (RFC 7396): what is left out of objects stays too, and null clears.
         */
        patch: operations["patchOrderItemItem"];
        trace?: never;
    };
    "/orders/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The order's id. */
                id: string;
            };
            cookie?: never;
        };
        /** Lists the order items of an order */
        get: operations["api_orders_items_get_subresourceOrderSubresource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{id}/orders/{orders}/items": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace's id. */
                id: string;
                /** @description The order's id. */
                orders: string;
            };
            cookie?: never;
        };
        /** Lists the order items of an order of a workspace */
        get: operations["api_workspaces_orders_items_get_subresourceWorkspaceSubresource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{id}/workspaces/{workspaces}/orders/{orders}/items": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The team's id. */
                id: string;
                /** @description The workspace's id. */
                workspaces: string;
                /** @description The order's id. */
                orders: string;
            };
            cookie?: never;
        };
        /** Lists the order items of an order of a workspace of a team */
        get: operations["api_teams_workspaces_orders_items_get_subresourceTeamSubresource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/shipments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the shipments */
        get: operations["getShipmentCollection"];
        put?: never;
        /**
         * Creates a shipment
         * @description Of JSON one; of CSV one for each line. A CSV has a header line with the names of fields; a line that is refused does not hold the others back.
         */
        post: operations["postShipmentCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/shipments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The shipment's id. */
                id: string;
            };
            cookie?: never;
        };
        /** Shows a shipment */
        get: operations["getShipmentItem"];
        /**
         * Changes a shipment
         * @description Changes the fields that the body has. An object or list that it has replaces the old one whole.
         */
        put: operations["putShipmentItem"];
        post?: never;
        /** Deletes a shipment */
        delete: operations["deleteShipmentItem"];
        options?: never;
        head?: never;
        /**
         * Patches a shipment
         * @description A merge patch (RFC 7396): what is left out of objects stays too, and null clears.
         */
        patch: operations["patchShipmentItem"];
        trace?: never;
    };
    "/workspaces/{id}/shipments": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace's id. */
                id: string;
            };
            cookie?: never;
        };
        /** Lists the shipments of a workspace */
        get: operations["api_workspaces_shipments_get_subresourceWorkspaceSubresource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{id}/workspaces/{workspaces}/shipments": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The team's id. */
                id: string;
                /** @description The workspace's id. */
                workspaces: string;
            };
            cookie?: never;
        };
        /** Lists the shipments of a workspace of a team */
        get: operations["api_teams_workspaces_shipments_get_subresourceTeamSubresource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/shipment_items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the shipment items */
        get: operations["getShipmentItemCollection"];
        put?: never;
        /**
         * Creates a shipment item
         * @description Of JSON one; of CSV one for each line. A CSV has a header line with the names of fields; a line that is refused does not hold the others back.
         */
        post: operations["postShipmentItemCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/shipment_items/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The shipment item's id. */
                id: string;
            };
            cookie?: never;
        };
        /** Shows a shipment item */
        get: operations["getShipmentItemItem"];
        /**
         * Changes a shipment item
         * @description Changes the fields that the body has. An object or list that it has replaces the old one whole.
         */
        put: operations["putShipmentItemItem"];
        post?: never;
        /** Deletes a shipment item */
        delete: operations["deleteShipmentItemItem"];
        options?: never;
        head?: never;
        /**
         * Patches a shipment item
         * @description A merge patch (RFC 7396): what is left out of objects stays too, and null clears.
         */
        patch: operations["patchShipmentItemItem"];
        trace?: never;
    };
    "/order_items/{id}/shipment_items": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The order item's id. */
                id: string;
            };
            cookie?: never;
        };
        /** Lists the shipment items of an order item */
        get: operations["api_order_items_shipment_items_get_subresourceOrderItemSubresource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/shipments/{id}/shipment_items": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The shipment's id. */
                id: string;
            };
            cookie?: never;
        };
        /** Lists the shipment items of a shipment */
        get: operations["api_shipments_shipment_items_get_subresourceShipmentSubresource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{id}/shipments/{shipments}/shipment_items": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace's id. */
                id: string;
                /** @description The shipment's id. */
                shipments: string;
            };
            cookie?: never;
        };
        /** Lists the shipment items of a shipment of a workspace */
        get: operations["api_workspaces_shipments_shipment_items_get_subresourceWorkspaceSubresource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/items/{items}/shipment_items": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The order's id. */
                id: string;
                /** @description The order item's id. */
                items: string;
            };
            cookie?: never;
        };
        /** Lists the shipment items of an order item of an order */
        get: operations["api_orders_items_shipment_items_get_subresourceOrderSubresource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{id}/workspaces/{workspaces}/shipments/{shipments}/shipment_items": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The team's id. */
                id: string;
                /** @description The workspace's id. */
                workspaces: string;
                /** @description The shipment's id. */
                shipments: string;
            };
            cookie?: never;
        };
        /** Lists the shipment items of a shipment of a workspace of a team */
        get: operations["api_teams_workspaces_shipments_shipment_items_get_subresourceTeamSubresource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{id}/orders/{orders}/items/{items}/shipment_items": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace's id. */
                id: string;
                /** @description The order's id. */
                orders: string;
                /** @description The order item's id. */
                items: string;
            };
            cookie?: never;
        };
        /** Lists the shipment items of an order item of an order of a workspace */
        get: operations["api_workspaces_orders_items_shipment_items_get_subresourceWorkspaceSubresource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{id}/workspaces/{workspaces}/orders/{orders}/items/{items}/shipment_items": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The team's id. */
                id: string;
                /** @description The workspace's id. */
                workspaces: string;
                /** @description The order's id. */
                orders: string;
                /** @description The order item's id. */
                items: string;
            };
            cookie?: never;
        };
        /** Lists the shipment items of an order item of an order of a workspace of a team */
        get: operations["api_teams_workspaces_orders_items_shipment_items_get_subresourceTeamSubresource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tracking_checkpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the tracking checkpoints */
        get: operations["getTrackingCheckpointCollection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tracking_checkpoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tracking checkpoint's id. */
                id: string;
            };
            cookie?: never;
        };
        /** Shows a tracking checkpoint */
        get: operations["getTrackingCheckpointItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/shipments/{id}/checkpoints": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The shipment's id. */
                id: string;
            };
            cookie?: never;
        };
        /** Lists the tracking checkpoints of a shipment */
        get: operations["api_shipments_checkpoints_get_subresourceShipmentSubresource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{id}/shipments/{shipments}/checkpoints": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace's id. */
                id: string;
                /** @description The shipment's id. */
                shipments: string;
            };
            cookie?: never;
        };
        /** Lists the tracking checkpoints of a shipment of a workspace */
        get: operations["api_workspaces_shipments_checkpoints_get_subresourceWorkspaceSubresource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{id}/workspaces/{workspaces}/shipments/{shipments}/checkpoints": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The team's id. */
                id: string;
                /** @description The workspace's id. */
                workspaces: string;
                /** @description The shipment's id. */
                shipments: string;
            };
            cookie?: never;
        };
        /** Lists the tracking checkpoints of a shipment of a workspace of a team */
        get: operations["api_teams_workspaces_shipments_checkpoints_get_subresourceTeamSubresource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/statuses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the statuses */
        get: operations["getStatusCollection"];
        put?: never;
        /**
         * Creates a status
         * @description Of JSON one; of CSV one for each line. A CSV has a header line with the names of fields; a line that is refused does not hold the others back.
         */
        post: operations["postStatusCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/statuses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The status's id. */
                id: string;
            };
            cookie?: never;
        };
        /** Shows a status */
        get: operations["getStatusItem"];
        /**
         * Changes a status
         * @description Changes the fields that the body has. An object or list that it has replaces the old one whole.
         */
        put: operations["putStatusItem"];
        post?: never;
        /** Deletes a status */
        delete: operations["deleteStatusItem"];
        options?: never;
        head?: never;
        /**
         * Patches a status
         * @description A merge patch (RFC 7396): what is left out of objects stays too, and null clears.
         */
        patch: operations["patchStatusItem"];
        trace?: never;
    };
    "/workspaces/{id}/statuses": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace's id. */
                id: string;
            };
            cookie?: never;
        };
        /** Lists the statuses of a workspace */
        get: operations["api_workspaces_statuses_get_subresourceWorkspaceSubresource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{id}/workspaces/{workspaces}/statuses": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The team's id. */
                id: string;
                /** @description The workspace's id. */
                workspaces: string;
            };
            cookie?: never;
        };
        /** Lists the statuses of a workspace of a team */
        get: operations["api_teams_workspaces_statuses_get_subresourceTeamSubresource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the workflows */
        get: operations["getWorkflowCollection"];
        put?: never;
        /**
         * Creates a workflow
         * @description Of JSON one; of CSV one for each line. A CSV has a header line with the names of fields; a line that is refused does not hold the others back.
         */
        post: operations["postWorkflowCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workflow's id. */
                id: string;
            };
            cookie?: never;
        };
        /** Shows a workflow */
        get: operations["getWorkflowItem"];
        /**
         * Changes a workflow
         * @description Changes the fields that the body has. An object or list that it has replaces the old one whole.
         */
        put: operations["putWorkflowItem"];
        post?: never;
        /** Deletes a workflow */
        delete: operations["deleteWorkflowItem"];
        options?: never;
        head?: never;
        /**
         * Patches a workflow
         * @description A merge patch (RFC 7396): what is left out of objects stays too, and null clears.
         */
        patch: operations["patchWorkflowItem"];
        trace?: never;
    };
    "/workspaces/{id}/workflows": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace's id. */
                id: string;
            };
            cookie?: never;
        };
        /** Lists the workflows of a workspace */
        get: operations["api_workspaces_workflows_get_subresourceWorkspaceSubresource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{id}/workspaces/{workspaces}/workflows": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The team's id. */
                id: string;
                /** @description The workspace's id. */
                workspaces: string;
            };
            cookie?: never;
        };
        /** Lists the workflows of a workspace of a team */
        get: operations["api_teams_workspaces_workflows_get_subresourceTeamSubresource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflow_runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the workflow runs */
        get: operations["getWorkflowRunCollection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflow_runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workflow run's id. */
                id: string;
            };
            cookie?: never;
        };
        /** Shows a workflow run */
        get: operations["getWorkflowRunItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workflow's id. */
                id: string;
            };
            cookie?: never;
        };
        /** Lists the workflow runs of a workflow */
        get: operations["api_workflows_runs_get_subresourceWorkflowSubresource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{id}/workflows/{workflows}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace's id. */
                id: string;
                /** @description The workflow's id. */
                workflows: string;
            };
            cookie?: never;
        };
        /** Lists the workflow runs of a workflow of a workspace */
        get: operations["api_workspaces_workflows_runs_get_subresourceWorkspaceSubresource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{id}/workspaces/{workspaces}/workflows/{workflows}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The team's id. */
                id: string;
                /** @description The workspace's id. */
                workspaces: string;
                /** @description The workflow's id. */
                workflows: string;
            };
            cookie?: never;
        };
        /** Lists the workflow runs of a workflow of a workspace of a team */
        get: operations["api_teams_workspaces_workflows_runs_get_subresourceTeamSubresource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tracking_pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the tracking pages */
        get: operations["getTrackingPageCollection"];
        put?: never;
        /**
         * Creates a tracking page
         * @description Of JSON one; of CSV one for each line. A CSV has a header line with the names of fields; a line that is refused does not hold the others back.
         */
        post: operations["postTrackingPageCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tracking_pages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tracking page's id. */
                id: string;
            };
            cookie?: never;
        };
        /** Shows a tracking page */
        get: operations["getTrackingPageItem"];
        /**
         * Changes a tracking page
         * @description Changes the fields that the body has. An object or list that it has replaces the old one whole.
         */
        put: operations["putTrackingPageItem"];
        post?: never;
        /** Deletes a tracking page */
        delete: operations["deleteTrackingPageItem"];
        options?: never;
        head?: never;
        /**
         * Patches a tracking page
         * @description A merge patch (RFC 7396): what is left out of objects stays too, and null clears.
         */
        patch: operations["patchTrackingPageItem"];
        trace?: never;
    };
    "/workspaces/{id}/tracking_pages": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace's id. */
                id: string;
            };
            cookie?: never;
        };
        /** Lists the tracking pages of a workspace */
        get: operations["api_workspaces_tracking_pages_get_subresourceWorkspaceSubresource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{id}/workspaces/{workspaces}/tracking_pages": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The team's id. */
                id: string;
                /** @description The workspace's id. */
                workspaces: string;
            };
            cookie?: never;
        };
        /** Lists the tracking pages of a workspace of a team */
        get: operations["api_teams_workspaces_tracking_pages_get_subresourceTeamSubresource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the products */
        get: operations["getProductCollection"];
        put?: never;
        /**
         * Creates a product
         * @description Of JSON one; of CSV one for each line. A CSV has a header line with the names of fields; a line that is refused does not hold the others back.
         */
        post: operations["postProductCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The product's id. */
                id: string;
            };
            cookie?: never;
        };
        /** Shows a product */
        get: operations["getProductItem"];
        /**
         * Changes a product
         * @description Changes the fields that the body has. An object or list that it has replaces the old one whole.
         */
        put: operations["putProductItem"];
        post?: never;
        /** Deletes a product */
        delete: operations["deleteProductItem"];
        options?: never;
        head?: never;
        /**
         * Patches a product
         * @description A merge patch (RFC 7396): what is left out of objects stays too, and null clears.
         */
        patch: operations["patchProductItem"];
        trace?: never;
    };
    "/product_variants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the product variants */
        get: operations["getProductVariantCollection"];
        put?: never;
        /**
         * Creates a product variant
         * @description Of JSON one; of CSV one for each line. A CSV has a header line with the names of fields; a line that is refused does not hold the others back.
         */
        post: operations["postProductVariantCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/product_variants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The product variant's id. */
                id: string;
            };
            cookie?: never;
        };
        /** Shows a product variant */
        get: operations["getProductVariantItem"];
        /**
         * Changes a product variant
         * @description Changes the fields that the body has. An object or list that it has replaces the old one whole.
         */
        put: operations["putProductVariantItem"];
        post?: never;
        /** Deletes a product variant */
        delete: operations["deleteProductVariantItem"];
        options?: never;
        head?: never;
        /**
         * Patches a product variant
         * @description A merge patch (RFC 7396): what is left out of objects stays too, and null clears.
         */
        patch: operations["patchProductVariantItem"];
        trace?: never;
    };
    "/products/{id}/product_variants": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The product's id. */
                id: string;
            };
            cookie?: never;
        };
        /** Lists the product variants of a product */
        get: operations["api_products_product_variants_get_subresourceProductSubresource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The review's id. */
                id: string;
            };
            cookie?: never;
        };
        /** Shows a review */
        get: operations["getReviewItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the notes */
        get: operations["getNoteCollection"];
        put?: never;
        /**
         * Creates a note
         * @description Of JSON one; of CSV one for each line. A CSV has a header line with the names of fields; a line that is refused does not hold the others back.
         */
        post: operations["postNoteCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The note's id. */
                id: string;
            };
            cookie?: never;
        };
        /** Shows a note */
        get: operations["getNoteItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace's id. */
                id: string;
            };
            cookie?: never;
        };
        /** Lists the notes of a workspace */
        get: operations["api_workspaces_notes_get_subresourceWorkspaceSubresource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{id}/workspaces/{workspaces}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The team's id. */
                id: string;
                /** @description The workspace's id. */
                workspaces: string;
            };
            cookie?: never;
        };
        /** Lists the notes of a workspace of a team */
        get: operations["api_teams_workspaces_notes_get_subresourceTeamSubresource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/saved_views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the saved views */
        get: operations["getSavedViewCollection"];
        put?: never;
        /**
         * Creates a saved view
         * @description Of JSON one; of CSV one for each line. A CSV has a header line with the names of fields; a line that is refused does not hold the others back.
         */
        post: operations["postSavedViewCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/saved_views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The saved view's id. */
                id: string;
            };
            cookie?: never;
        };
        /** Shows a saved view */
        get: operations["getSavedViewItem"];
        /**
         * Changes a saved view
         * @description Changes the fields that the body has. An object or list that it has replaces the old one whole.
         */
        put: operations["putSavedViewItem"];
        post?: never;
        /** Deletes a saved view */
        delete: operations["deleteSavedViewItem"];
        options?: never;
        head?: never;
        /**
         * Patches a saved view
         * @description A merge patch (RFC 7396): what is left out of objects stays too, and null clears.
         */
        patch: operations["patchSavedViewItem"];
        trace?: never;
    };
    "/workspaces/{id}/saved_views": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The workspace's id. */
                id: string;
            };
            cookie?: never;
        };
        /** Lists the saved views of a workspace */
        get: operations["api_workspaces_saved_views_get_subresourceWorkspaceSubresource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{id}/workspaces/{workspaces}/saved_views": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The team's id. */
                id: string;
                /** @description The workspace's id. */
                workspaces: string;
            };
            cookie?: never;
        };
        /** Lists the saved views of a workspace of a team */
        get: operations["api_teams_workspaces_saved_views_get_subresourceTeamSubresource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The import's id. */
                id: string;
            };
            cookie?: never;
        };
        /** Shows an import */
        get: operations["getImportItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The user's id. */
                id: string;
            };
            cookie?: never;
        };
        /** Shows an user */
        get: operations["getUserItem"];
        /**
         * Changes an user
         * @description Changes the fields that the body has. An object or list that it has replaces the old one whole.
         */
        put: operations["putUserItem"];
        post?: never;
        /** Deletes an user */
        delete: operations["deleteUserItem"];
        options?: never;
        head?: never;
        /**
         * Patches an user
         * @description A merge patch (RFC 7396): what is left out of objects stays too, and null clears.
         */
        patch: operations["patchUserItem"];
        trace?: never;
    };
    "/oauth_clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the oauth clients */
        get: operations["getOauthClientCollection"];
        put?: never;
        /**
         * Creates an oauth client
         * @description Of JSON one; of CSV one for each line. A CSV has a header line with the names of fields; a line that is refused does not hold the others back.
         */
        post: operations["postOauthClientCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth_clients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The oauth client's id. */
                id: string;
            };
            cookie?: never;
        };
        /** Shows an oauth client */
        get: operations["getOauthClientItem"];
        put?: never;
        post?: never;
        /** Deletes an oauth client */
        delete: operations["deleteOauthClientItem"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/carriers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists all carriers */
        get: operations["getCarrierCollection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/carriers/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The carrier's code. */
                code: string;
            };
            cookie?: never;
        };
        /** Shows a carrier */
        get: operations["getCarrierItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tracking_numbers/{number}/detect-carrier": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A tracking number, as somebody typed it. */
                number: string;
            };
            cookie?: never;
        };
        /**
         * Says whose a tracking number is
         * @description By its form and check digit; the most certain carrier comes first.
         */
        get: operations["detectCarrier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/tracking_statuses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists all tracking statuses */
        get: operations["getTrackingStatusCollection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/tracking_statuses/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tracking status's code. */
                code: string;
            };
            cookie?: never;
        };
        /** Shows a tracking status */
        get: operations["getTrackingStatusItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/countries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists all countries */
        get: operations["getCountryCollection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/countries/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The country's code. */
                code: string;
            };
            cookie?: never;
        };
        /** Shows a country */
        get: operations["getCountryItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/countries/{code}/states": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The country's code. */
                code: string;
            };
            cookie?: never;
        };
        /** Lists the states of a country */
        get: operations["api_countries_states_get_subresourceCountrySubresource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/states": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists all states */
        get: operations["getStateCollection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/states/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The state's code. */
                code: string;
            };
            cookie?: never;
        };
        /** Shows a state */
        get: operations["getStateItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/v2/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Answers an access token
         * @description The client's id and secret may also come as `Authorization: Basic`, encoded as in a form or as they are.
         */
        get: operations["getAccessToken"];
        put?: never;
        /**
         * Answers an access token
         * @description The client's id and secret may also come as `Authorization: Basic`, encoded as in a form or as they are.
         */
        post: operations["postAccessToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/v2/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a token
         * @description As RFC 7009 has it. The client's id and secret may also come as `Authorization: Basic`, encoded as in a form or as they are.
         */
        post: operations["postRevocation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/oauth-authorization-server": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where OAuth’s endpoints are, and what they know
         * @description As RFC 8414 has it.
         */
        get: operations["getAuthorizationServer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/v2/auth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Asks a user to let a client in
         * @description For browsers: the authorization code flow of RFC 6749 with PKCE (RFC 7636).
         */
        get: operations["getAuthorizationPage"];
        put?: never;
        /**
         * What the user said
         * @description For browsers: the authorization code flow of RFC 6749 with PKCE (RFC 7636).
         */
        post: operations["postAuthorizationPage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/v2/session/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sends a browser to sign in to the dashboard */
        get: operations["startDashboardSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/v2/session/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a browser comes back to that has signed in to the dashboard */
        get: operations["finishDashboardSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/v2/session/demo/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description From the line that the server has written. */
                code: string;
            };
            cookie?: never;
        };
        /**
         * Signs a browser in to the demo, once
         * @description The address is written by the first start of a server with the demo.
         */
        get: operations["startDemoSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/v2/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answers an access token of the session
         * @description By the cookie of the session. The same token is put into the cookie with which a browser listens to changes.
         */
        post: operations["renewDashboardSession"];
        /**
         * Signs a browser out of the dashboard
         * @description All tokens of the session end, in every tab.
         */
        delete: operations["endDashboardSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/security/signup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes an account, and sends a link to the address
         * @description The answer is the same when the address has an account already; its owner then gets a link to that.
         */
        post: operations["postUserSignupRequestCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/security/verify-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes the code from an e-mail, once, and answers a token
         * @description The code is what comes after the last `/` of the link in the e-mail. That of an invitation joins the team and answers no token.
         */
        post: operations["postUserVerifyEmailRequestCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/security/resend-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends another link, if there is an account */
        post: operations["postUserResendEmailRequestCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/security/verify-email/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description From the e-mail. */
                code: string;
            };
            cookie?: never;
        };
        /**
         * Where the link in an e-mail leads
         * @description Looking changes nothing.
         */
        get: operations["getVerificationPage"];
        put?: never;
        /** Takes the code, and sets a password */
        post: operations["postVerificationPage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/security/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a link to choose a password is asked for */
        get: operations["getPasswordPage"];
        put?: never;
        /** Sends a link to choose a password, if there is an account */
        post: operations["postPasswordPage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/user-confirmation-link/{email}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The address of a user. */
                email: string;
            };
            cookie?: never;
        };
        /**
         * The link that an e-mail would have
         * @description For tests: only where TEST_ENDPOINTS is 1.
         */
        get: operations["getUserConfirmationLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the user. */
                id: string;
            };
            cookie?: never;
        };
        /** Where the user is signed in */
        get: operations["getUserSessions"];
        put?: never;
        post?: never;
        /** Ends all sessions but the one that asks */
        delete: operations["deleteUserSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the user. */
                id: string;
                /** @description The id of the session. */
                session: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends a session */
        delete: operations["deleteUserSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}/apps": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the user. */
                id: string;
            };
            cookie?: never;
        };
        /** What the user has let in */
        get: operations["getUserApps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}/apps/{client}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the user. */
                id: string;
                /** @description The `publicId` of the client. */
                client: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends all that the user has let a client do */
        delete: operations["deleteUserApp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the team. */
                id: string;
            };
            cookie?: never;
        };
        /** The members of a team, and those who were invited */
        get: operations["getTeamMembers"];
        put?: never;
        /** Invites somebody by e-mail */
        post: operations["postTeamMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{id}/members/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the team. */
                id: string;
                /** @description The id of the user. */
                user: string;
            };
            cookie?: never;
        };
        get?: never;
        /** Gives a member another role */
        put: operations["putTeamMember"];
        post?: never;
        /**
         * Takes a member out of the team, or an invitation back
         * @description Everybody may leave; the last owner stays.
         */
        delete: operations["deleteTeamMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/shipments/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes two shipments one
         * @description Moves the items, orders and order numbers of a shipment to the one that has the tracking number, and deletes it. Quantities of the same order item are added up.
         */
        post: operations["mergeShipments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/check_tracking_numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks where parcels are
         * @description Asks the tracking providers and answers the shipments as they are then. What the providers have not told after some seconds comes later. Numbers that no shipment has are left out; when none of them has one, that is a 404.
         */
        post: operations["checkTrackingNumbers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/check_tracking_numbers_async": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks where parcels are, soon
         * @description The tracking providers are asked within minutes. Without numbers: for all parcels of a workspace that have not arrived, up to 10,000 in a request.
         */
        post: operations["checkTrackingNumbersAsync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tracking_updates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reports of parcels to every shipment with their numbers
         * @description For an operator's client with the scope `tracking:write`, across tenants. Sending the same again changes nothing. At most 1000 updates; each stands for itself.
         */
        post: operations["pushTrackingUpdates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/generate_tracking_page_link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a link to what a filter finds
         * @description The same page and filter always have the same link. What it shows is looked up when it is opened.
         */
        post: operations["generateTrackingPageLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/generate_tracking_page_links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a link for each group of shipments
         * @description The same page and filter always have the same link. What it shows is looked up when it is opened.
         */
        post: operations["generateTrackingPageLinks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/tracking_page_links/{hash}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The hash of a link to a tracking page. */
                hash: string;
            };
            cookie?: never;
        };
        /**
         * Shows what is behind a link
         * @description Without a token. It says nothing about the customer: no names and no addresses of any kind.
         */
        get: operations["getPublicTrackingPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/tracking_page_by_domain/{subdomain}/link_search/{email}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of a tracking page. */
                subdomain: string;
                /** @description A customer's address. */
                email: string;
            };
            cookie?: never;
        };
        /**
         * Sends a customer the link to everything that is addressed to them
         * @description Without a token. The answer is the same whether the address is known or not.
         */
        get: operations["searchTrackingPageLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/tracking_page_links/{hash}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The hash of a link to a tracking page. */
                hash: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes what a customer thinks of a delivery
         * @description Without a token: it takes a link that shows the shipment. There is one review for each shipment.
         */
        post: operations["postReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/statuses/check-references": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Counts what has a status */
        post: operations["checkStatusReferences"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/statuses/migrate-references": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives everything that has one status another one */
        post: operations["migrateStatusReferences"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/change_status_batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives many orders or shipments a status
         * @description One after the other, each for itself: a record that is refused holds no other back. What the client does not see is not found.
         */
        post: operations["changeStatusBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/delete_records_batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deletes many records
         * @description One after the other, each for itself: a record that is refused holds no other back. What the client does not see is not found.
         */
        post: operations["deleteRecordsBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/shipments/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finds shipments that somebody begins to type
         * @description At most 20, the newest first.
         */
        post: operations["lookupShipments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finds orders that somebody begins to type
         * @description At most 20, the newest first.
         */
        post: operations["lookupOrders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a CSV file of a list
         * @description In the background; short lists are done at once. The link needs no token, and works for a limited time.
         */
        post: operations["export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/exports/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The end of the link. */
                token: string;
            };
            cookie?: never;
        };
        /** Answers the file of an export */
        get: operations["getExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Imports a CSV file
         * @description The first line names the columns, as the CSV of a list does. Each line becomes something for itself, in the background; `GET /imports/{id}` tells how far it has come, and which lines were refused.
         */
        post: operations["postImportCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tracking_providers/17track": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes what 17TRACK pushes
         * @description For the webhook of 17TRACK, API v2.2, where it is configured. It needs no token: the push is signed.
         */
        post: operations["pushFrom17track"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows/{id}/ping": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the webhook. */
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a webhook a request that tells of nothing
         * @description The body of the request is `{"data":[]}`, signed and authorised like all others.
         */
        post: operations["pingWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows/{id}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the webhook. */
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tells a webhook again what it was told of in a span of time
         * @description Also what was given up. Each change keeps its `webhook-id`, where it was told alone. Events are kept for 14 days.
         */
        post: operations["redeliverWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/mercure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Listens to changes as they happen
         * @description Server-Sent Events, one for each change of an order, a shipment, one of their items, or a review that the token may read: the item as JSON-LD; of a deleted one `@id` alone. Browsers that cannot set the header send the token in the cookie `mercureAuthorization`.
         */
        get: operations["subscribe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says that the process lives */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says that the database is reached, has its tables and takes writes */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tells how long requests and queries take, for Prometheus
         * @description With METRICS_TOKEN for whoever sends it as a bearer token; without it for the machine itself alone. Everybody else gets a 404.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs/bigcommerce.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The document of the BigCommerce API */
        get: operations["getOpenapiBigCommerce"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs/bigcommerce": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The document of the BigCommerce API; in a browser, a reference to read and try */
        get: operations["getDocsBigCommerce"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs/api2.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The document of the api2 API */
        get: operations["getOpenapiApi2"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs/api2": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The document of the api2 API; in a browser, a reference to read and try */
        get: operations["getDocsApi2"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leads to the lists */
        get: operations["getEntrypoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contexts/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a class. */
                name: string;
            };
            cookie?: never;
        };
        /** The JSON-LD context of a class */
        get: operations["getContext"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs.jsonld": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The Hydra documentation */
        get: operations["getApiDocumentation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["getOpenapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document; in a browser, a reference to read and try */
        get: operations["getDocs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccessToken: {
            /** @description A JWT, to be sent as a bearer token. */
            access_token: string;
            /**
             * @description Seconds that it lives.
             * @example 3600
             */
            expires_in: number;
            /** @constant */
            token_type: "bearer";
            /**
             * @example user
             * @example read write
             */
            scope: string;
            /** Format: uuid */
            user_id: string;
            /**
             * Format: email
             * @example ada@example.com
             */
            user_email: string;
            /** @description Of a user who has let the client in: gets the next tokens, once. */
            refresh_token?: string;
        };
        "Address-Get": {
            /** @example 1 Main St */
            addressLine1: string | null;
            addressLine2: string | null;
            /** @example Vienna */
            city: string | null;
            company: string | null;
            country: string | null;
            /**
             * @description ISO 3166, of a country that there is.
             * @example AT
             */
            countryIso2: string | null;
            firstName: string | null;
            lastName: string | null;
            /** @example 1010 */
            postcode: string | null;
            state: string | null;
        };
        "Address-Get.jsonld": {
            /** @constant */
            "@type": "Address";
            /** @example 1 Main St */
            addressLine1: string | null;
            addressLine2: string | null;
            /** @example Vienna */
            city: string | null;
            company: string | null;
            country: string | null;
            /**
             * @description ISO 3166, of a country that there is.
             * @example AT
             */
            countryIso2: string | null;
            firstName: string | null;
            lastName: string | null;
            /** @example 1010 */
            postcode: string | null;
            state: string | null;
        };
        "Address-Post": {
            /** @example 1 Main St */
            addressLine1?: string | null;
            addressLine2?: string | null;
            /** @example Vienna */
            city?: string | null;
            company?: string | null;
            country?: string | null;
            /**
             * @description ISO 3166, of a country that there is.
             * @example AT
             */
            countryIso2?: string | null;
            firstName?: string | null;
            lastName?: string | null;
            /** @example 1010 */
            postcode?: string | null;
            state?: string | null;
        };
        "Address-Put": {
            /** @example 1 Main St */
            addressLine1?: string | null;
            addressLine2?: string | null;
            /** @example Vienna */
            city?: string | null;
            company?: string | null;
            country?: string | null;
            /**
             * @description ISO 3166, of a country that there is.
             * @example AT
             */
            countryIso2?: string | null;
            firstName?: string | null;
            lastName?: string | null;
            /** @example 1010 */
            postcode?: string | null;
            state?: string | null;
        };
        App: {
            /** @description Its `publicId`. */
            client: string;
            /** @example Stock keeper */
            name: string | null;
            scopes: string[];
            /**
             * Format: date-time
             * @description When the user said yes.
             */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
        };
        BatchAnswer: {
            entity: string;
            succeeded: number;
            failed: number;
            results: {
                id: string;
                done: boolean;
                /**
                 * @description Why it was not done.
                 * @example Not Found
                 */
                message?: string;
            }[];
        };
        /** @description Who carries parcels. */
        "Carrier-Get": {
            /** @example royal-mail */
            code: string;
            /** @example Royal Mail */
            name: string;
            /** @example +44 3457 740740 */
            phone: string | null;
            /** @example https://www.royalmail.com */
            url: string | "" | null;
            /** @example https://shop.example/orders/1 */
            image: string | "" | null;
            /** @description Where it works; none: in the whole world, or nobody knows. */
            countryIso2Codes: string[];
            /** @example National post: United Kingdom. */
            description: string | null;
            /**
             * @description The page that shows a parcel, with `{}` where its number belongs.
             * @example https://www.royalmail.com/track-your-item#/tracking-results/{}
             */
            trackingUrlTemplate: string | null;
        };
        /** @description Who carries parcels. */
        "Carrier-Get.jsonld": {
            /**
             * Format: iri-reference
             * @description On the outermost object only.
             * @example /contexts/Carrier
             */
            "@context"?: string;
            /**
             * Format: iri-reference
             * @example /public/carriers/royal-mail
             */
            "@id": string;
            /** @constant */
            "@type": "Carrier";
            /** @example royal-mail */
            code: string;
            /** @example Royal Mail */
            name: string;
            /** @example +44 3457 740740 */
            phone: string | null;
            /** @example https://www.royalmail.com */
            url: string | "" | null;
            /** @example https://shop.example/orders/1 */
            image: string | "" | null;
            /** @description Where it works; none: in the whole world, or nobody knows. */
            countryIso2Codes: string[];
            /** @example National post: United Kingdom. */
            description: string | null;
            /**
             * @description The page that shows a parcel, with `{}` where its number belongs.
             * @example https://www.royalmail.com/track-your-item#/tracking-results/{}
             */
            trackingUrlTemplate: string | null;
        };
        /** @description Who carries parcels. */
        "Carrier-Getc": {
            /** @example royal-mail */
            code: string;
            /** @example Royal Mail */
            name: string;
        };
        /** @description Who carries parcels. */
        "Carrier-Getc.jsonld": {
            /**
             * Format: iri-reference
             * @description On the outermost object only.
             * @example /contexts/Carrier
             */
            "@context"?: string;
            /**
             * Format: iri-reference
             * @example /public/carriers/royal-mail
             */
            "@id": string;
            /** @constant */
            "@type": "Carrier";
            /** @example royal-mail */
            code: string;
            /** @example Royal Mail */
            name: string;
        };
        "CarrierCollection-Getc.jsonld": components["schemas"]["HydraCollection"] & {
            "hydra:member"?: components["schemas"]["Carrier-Getc.jsonld"][];
        };
        CarrierMatch: {
            /** @example royal-mail */
            code: string;
            /** @example Royal Mail */
            name: string;
            /** @description 1: only this carrier issues such numbers, and the check digit holds. 0.9: only it issues them, without a check digit. Less: a candidate, which a shipment does not take for its carrier. */
            confidence: number;
            /**
             * @description `checked`: the check digit holds. `marked`: it has the letters of the carrier's numbers. `shaped`: it is as long as the carrier's numbers.
             * @enum {string}
             */
            certainty: "checked" | "marked" | "shaped";
            /**
             * @description The country of the post or carrier.
             * @example GB
             */
            countryIso2: string | null;
            /** @example UPU S10 */
            format: string;
            /** @description Where the carrier shows the parcel. */
            trackingUrl: string | null;
        };
        ConstraintViolation: {
            /**
             * @description The field: dotted, with list positions.
             * @example shipmentItems[0].qty
             */
            propertyPath: string;
            /**
             * @description What is wrong.
             * @example This value should not be blank.
             */
            message: string;
            /**
             * Format: uuid
             * @description The kind of rule, always the same UUID.
             * @example c1051bb4-d103-4f74-8988-acbcafc7fdc3
             */
            code: string;
            /** @description What a client can use to mend the request. */
            payload?: {
                [key: string]: unknown;
            };
        };
        ConstraintViolationList: {
            /**
             * Format: iri-reference
             * @example /contexts/ConstraintViolationList
             */
            "@context": string;
            /** @constant */
            "@type": "ConstraintViolationList";
            /** @example An error occurred */
            "hydra:title": string;
            /**
             * @description A line for each violation.
             * @example trackingNumber: This value should not be blank.
             */
            "hydra:description": string;
            violations: components["schemas"]["ConstraintViolation"][];
        };
        /** @description A country of ISO 3166-1. */
        "Country-Get": {
            /** @example US */
            code: string;
            /** @example United States of America */
            name: string;
            /** @description To be offered before the others. */
            preferred: boolean;
            /** @description It has states. */
            stateful: boolean;
        };
        /** @description A country of ISO 3166-1. */
        "Country-Get.jsonld": {
            /**
             * Format: iri-reference
             * @description On the outermost object only.
             * @example /contexts/Country
             */
            "@context"?: string;
            /**
             * Format: iri-reference
             * @example /countries/US
             */
            "@id": string;
            /** @constant */
            "@type": "Country";
            /** @example US */
            code: string;
            /** @example United States of America */
            name: string;
            /** @description To be offered before the others. */
            preferred: boolean;
            /** @description It has states. */
            stateful: boolean;
        };
        "CountryCollection-Get.jsonld": components["schemas"]["HydraCollection"] & {
            "hydra:member"?: components["schemas"]["Country-Get.jsonld"][];
        };
        CsvImport: {
            /**
             * @description How many items were made.
             * @example 41
             */
            created: number;
            /** @description Lines that made nothing, and why. */
            failed: {
                /**
                 * @description Where the line begins in the file.
                 * @example 17
                 */
                line: number;
                /** @example trackingNumber: This value is not valid. */
                message: string;
                violations?: components["schemas"]["ConstraintViolation"][];
            }[];
            /** @description Columns that nobody knows. */
            ignoredColumns: string[];
        };
        Error: {
            /**
             * Format: iri-reference
             * @example /contexts/Error
             */
            "@context": string;
            /** @constant */
            "@type": "hydra:Error";
            /** @example An error occurred */
            "hydra:title": string;
            /**
             * @description What went wrong.
             * @example Not Found
             */
            "hydra:description": string;
        };
        Health: {
            /** @constant */
            status: "ok";
        };
        /** @description A page of a list. */
        HydraCollection: {
            /** Format: iri-reference */
            "@context": string;
            /**
             * Format: iri-reference
             * @description The path of the list, without its query.
             */
            "@id": string;
            /** @constant */
            "@type": "hydra:Collection";
            "hydra:member": Record<string, never>[];
            /** @description How many there are on all pages; not there with `Prefer: count=none`. */
            "hydra:totalItems"?: number;
            /** @description Where this page stands; not there when it is the only one and there is no query. */
            "hydra:view"?: {
                /** Format: iri-reference */
                "@id": string;
                /** @constant */
                "@type": "hydra:PartialCollectionView";
                /** Format: iri-reference */
                "hydra:first"?: string;
                /** Format: iri-reference */
                "hydra:last"?: string;
                /** Format: iri-reference */
                "hydra:previous"?: string;
                /** Format: iri-reference */
                "hydra:next"?: string;
            };
            /** @description What the list can be filtered and sorted by. */
            "hydra:search"?: {
                /** @constant */
                "@type": "hydra:IriTemplate";
                /** @example /shipments{?page,itemsPerPage} */
                "hydra:template": string;
                /** @constant */
                "hydra:variableRepresentation": "BasicRepresentation";
                "hydra:mapping": {
                    /** @constant */
                    "@type": "IriTemplateMapping";
                    variable: string;
                    property: string | null;
                    required: boolean;
                }[];
            };
        };
        /** @description A CSV file whose lines become orders, shipments or items of them. */
        "Import-Get": {
            /**
             * Format: iri-reference
             * @description Who sent it.
             */
            user: string | null;
            /**
             * Format: iri-reference
             * @example /workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspace: string;
            /** @enum {string} */
            status: "pending" | "running" | "done" | "failed";
            fileOriginalName: string;
            fileMimeType: string;
            /** @description Bytes. */
            fileSize: number | null;
            /**
             * @description What its lines become.
             * @enum {string}
             */
            entity: "shipments" | "orders" | "order_items" | "shipment_items";
            /** @description Lines that became something. */
            createdCount: number | null;
            /** @description Lines that were refused. */
            failedCount: number | null;
            /** @description The first lines that were refused, and why. Line 0 is the whole file. */
            errors: {
                line: number;
                message: string;
            }[];
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
        };
        /** @description A CSV file whose lines become orders, shipments or items of them. */
        "Import-Get.jsonld": {
            /**
             * Format: iri-reference
             * @description On the outermost object only.
             * @example /contexts/Import
             */
            "@context"?: string;
            /**
             * Format: iri-reference
             * @example /imports/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            "@id": string;
            /** @constant */
            "@type": "Import";
            /**
             * Format: iri-reference
             * @description Who sent it.
             */
            user: string | null;
            /**
             * Format: iri-reference
             * @example /workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspace: string;
            /** @enum {string} */
            status: "pending" | "running" | "done" | "failed";
            fileOriginalName: string;
            fileMimeType: string;
            /** @description Bytes. */
            fileSize: number | null;
            /**
             * @description What its lines become.
             * @enum {string}
             */
            entity: "shipments" | "orders" | "order_items" | "shipment_items";
            /** @description Lines that became something. */
            createdCount: number | null;
            /** @description Lines that were refused. */
            failedCount: number | null;
            /** @description The first lines that were refused, and why. Line 0 is the whole file. */
            errors: {
                line: number;
                message: string;
            }[];
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
        };
        /** @description All of it must hold. Empty values, and a filter that names nothing, find nothing. */
        LinkFilter: {
            /** @description Ids of shipments. */
            id?: string[];
            /** @description The address that shipments have. */
            email?: string;
            orderNumbers?: string[];
            trackingNumber?: string;
        };
        Member: {
            /** Format: iri-reference */
            user: string;
            /**
             * Format: email
             * @example ada@example.com
             */
            email: string;
            /** @example Ada */
            firstName: string | null;
            /** @example Ada */
            lastName: string | null;
            /**
             * @description An owner may do everything; an admin all but delete the team and make owners; a member all but change the team, its workspaces, its members and clients; `read-only` changes nothing.
             * @enum {string}
             */
            role: "owner" | "admin" | "member" | "read-only";
            /** @enum {string} */
            status: "active" | "invited";
        };
        /** @description What somebody wrote down about an order, a shipment or an item of one. */
        "Note-Get": {
            /**
             * Format: iri-reference
             * @example /workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspace: string;
            /**
             * @description What kind of thing it is about.
             * @example shipments
             * @enum {string}
             */
            entity: "orders" | "order_items" | "shipments" | "shipment_items";
            /**
             * Format: uuid
             * @description The id of what it is about.
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            entityId: string;
            /**
             * Format: iri-reference
             * @description Who wrote it.
             */
            user: string | null;
            /** @example The customer called. */
            comment: string;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            createdAt: string;
            attachment: Record<string, never> | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
            userPhoto: string | null;
            userFullName: string | null;
        };
        /** @description What somebody wrote down about an order, a shipment or an item of one. */
        "Note-Get.jsonld": {
            /**
             * Format: iri-reference
             * @description On the outermost object only.
             * @example /contexts/Note
             */
            "@context"?: string;
            /**
             * Format: iri-reference
             * @example /notes/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            "@id": string;
            /** @constant */
            "@type": "Note";
            /**
             * Format: iri-reference
             * @example /workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspace: string;
            /**
             * @description What kind of thing it is about.
             * @example shipments
             * @enum {string}
             */
            entity: "orders" | "order_items" | "shipments" | "shipment_items";
            /**
             * Format: uuid
             * @description The id of what it is about.
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            entityId: string;
            /**
             * Format: iri-reference
             * @description Who wrote it.
             */
            user: string | null;
            /** @example The customer called. */
            comment: string;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            createdAt: string;
            attachment: Record<string, never> | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
            userPhoto: string | null;
            userFullName: string | null;
        };
        "Note-Post": {
            /**
             * Format: iri-reference
             * @example /workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspace: string;
            /**
             * @description What kind of thing it is about.
             * @example shipments
             * @enum {string}
             */
            entity: "orders" | "order_items" | "shipments" | "shipment_items";
            /**
             * Format: uuid
             * @description The id of what it is about.
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            entityId: string;
            /** @example The customer called. */
            comment: string;
        };
        "NoteCollection-Get.jsonld": components["schemas"]["HydraCollection"] & {
            "hydra:member"?: components["schemas"]["Note-Get.jsonld"][];
        };
        /** @description A program that acts for a user, in all of the user’s teams or in one workspace. */
        "OauthClient-Get": {
            /** @example Stock keeper */
            name: string;
            /**
             * Format: iri-reference
             * @description Whoever makes it.
             * @example /users/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            user: string | null;
            /** @description In the answer to POST alone; it is kept as a hash. A public client has none. */
            secret: string | null;
            /** @description Where it may send users back to: https, the own machine, or a scheme of its own. */
            redirectUris: string[];
            /** @description What it signs in with beside the secret: its `client_id`. */
            publicId: string;
            /** @description What the client may do; an empty list is nothing. Operators have one more, `tracking:write`. */
            scopes: ("read" | "write")[];
            /** @description It runs where everybody can look into it, so it has no secret and needs PKCE. */
            isPublic: boolean;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
        };
        /** @description A program that acts for a user, in all of the user’s teams or in one workspace. */
        "OauthClient-Get.jsonld": {
            /**
             * Format: iri-reference
             * @description On the outermost object only.
             * @example /contexts/OauthClient
             */
            "@context"?: string;
            /**
             * Format: iri-reference
             * @example /oauth_clients/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            "@id": string;
            /** @constant */
            "@type": "OauthClient";
            /** @example Stock keeper */
            name: string;
            /**
             * Format: iri-reference
             * @description Whoever makes it.
             * @example /users/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            user: string | null;
            /** @description In the answer to POST alone; it is kept as a hash. A public client has none. */
            secret: string | null;
            /** @description Where it may send users back to: https, the own machine, or a scheme of its own. */
            redirectUris: string[];
            /** @description What it signs in with beside the secret: its `client_id`. */
            publicId: string;
            /** @description What the client may do; an empty list is nothing. Operators have one more, `tracking:write`. */
            scopes: ("read" | "write")[];
            /** @description It runs where everybody can look into it, so it has no secret and needs PKCE. */
            isPublic: boolean;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
        };
        "OauthClient-Post": {
            /** @example Stock keeper */
            name: string;
            /**
             * Format: iri-reference
             * @description Whoever makes it.
             * @example /users/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            user?: string | null;
            /** @description Where it may send users back to: https, the own machine, or a scheme of its own. */
            redirectUris?: string[];
            /**
             * @description What the client may do; an empty list is nothing. Operators have one more, `tracking:write`.
             * @default [
             *       "read",
             *       "write"
             *     ]
             */
            scopes: ("read" | "write")[];
            /**
             * @description It runs where everybody can look into it, so it has no secret and needs PKCE.
             * @default false
             */
            isPublic: boolean;
        };
        "OauthClientCollection-Get.jsonld": components["schemas"]["HydraCollection"] & {
            "hydra:member"?: components["schemas"]["OauthClient-Get.jsonld"][];
        };
        OauthError: {
            /** @enum {string} */
            error: "invalid_request" | "unsupported_grant_type" | "invalid_client" | "invalid_grant";
            /** @example The client credentials are invalid */
            error_description: string;
        };
        /** @description An order; its items are resources of their own. */
        "Order-Get": {
            /**
             * Format: iri-reference
             * @example /workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspace: string;
            /** @example 100042 */
            orderNumber: string;
            /**
             * Format: iri-reference
             * @description The integration that it was imported by.
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            externalSourceIntegration: string | null;
            /** @description Its id in the system that it was imported from. */
            externalSourceSyncId: string | null;
            /** @example https://shop.example/orders/1 */
            externalSourceUrl: string | "" | null;
            /** @example 12.50 */
            subtotal: string | null;
            /** @example 12.50 */
            total: string | null;
            /** @example EUR */
            currency: string | null;
            /** @description The workspace's own status. Bodies have its IRI, or `{code, title}`: the one with that code, made when there is none. A title that differs from its own changes nothing, and the header `Warning` says so. */
            orderStatus: components["schemas"]["Status-Get"] | null;
            /** @enum {string} */
            orderType: "customer" | "vendor";
            /** @example ada@example.com */
            email: string | "" | null;
            phoneNumber: string | null;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            updatedAt: string;
            shipments: string[];
            shippingAddress: components["schemas"]["Address-Get"] | null;
            billingAddress: components["schemas"]["Address-Get"] | null;
            /**
             * @description Whether its items are in shipments.
             * @enum {string|null}
             */
            fulfillmentStatus: "not_fulfilled" | "partial" | "fulfilled" | null;
            /** @description How many of its shipments have no tracking number. */
            shipmentsWithoutTrackingCount: number | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
            /** @description The order belongs to another system, which changes it. */
            readonly: boolean;
            /** @description The type of `externalSourceIntegration`. */
            externalSourceIntegrationType: string | null;
        };
        /** @description An order; its items are resources of their own. */
        "Order-Get.jsonld": {
            /**
             * Format: iri-reference
             * @description On the outermost object only.
             * @example /contexts/Order
             */
            "@context"?: string;
            /**
             * Format: iri-reference
             * @example /orders/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            "@id": string;
            /** @constant */
            "@type": "Order";
            /**
             * Format: iri-reference
             * @example /workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspace: string;
            /** @example 100042 */
            orderNumber: string;
            /**
             * Format: iri-reference
             * @description The integration that it was imported by.
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            externalSourceIntegration: string | null;
            /** @description Its id in the system that it was imported from. */
            externalSourceSyncId: string | null;
            /** @example https://shop.example/orders/1 */
            externalSourceUrl: string | "" | null;
            /** @example 12.50 */
            subtotal: string | null;
            /** @example 12.50 */
            total: string | null;
            /** @example EUR */
            currency: string | null;
            /** @description The workspace's own status. Bodies have its IRI, or `{code, title}`: the one with that code, made when there is none. A title that differs from its own changes nothing, and the header `Warning` says so. */
            orderStatus: components["schemas"]["Status-Get.jsonld"] | null;
            /** @enum {string} */
            orderType: "customer" | "vendor";
            /** @example ada@example.com */
            email: string | "" | null;
            phoneNumber: string | null;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            updatedAt: string;
            shipments: string[];
            shippingAddress: components["schemas"]["Address-Get.jsonld"] | null;
            billingAddress: components["schemas"]["Address-Get.jsonld"] | null;
            /**
             * @description Whether its items are in shipments.
             * @enum {string|null}
             */
            fulfillmentStatus: "not_fulfilled" | "partial" | "fulfilled" | null;
            /** @description How many of its shipments have no tracking number. */
            shipmentsWithoutTrackingCount: number | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
            /** @description The order belongs to another system, which changes it. */
            readonly: boolean;
            /** @description The type of `externalSourceIntegration`. */
            externalSourceIntegrationType: string | null;
        };
        /** @description An order; its items are resources of their own. */
        "Order-Getc": {
            /**
             * Format: iri-reference
             * @example /workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspace: string;
            /** @example 100042 */
            orderNumber: string;
            /**
             * Format: iri-reference
             * @description The integration that it was imported by.
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            externalSourceIntegration: string | null;
            /** @description Its id in the system that it was imported from. */
            externalSourceSyncId: string | null;
            /** @example https://shop.example/orders/1 */
            externalSourceUrl: string | "" | null;
            /** @example 12.50 */
            subtotal: string | null;
            /** @example 12.50 */
            total: string | null;
            /** @example EUR */
            currency: string | null;
            /** @description The workspace's own status. Bodies have its IRI, or `{code, title}`: the one with that code, made when there is none. A title that differs from its own changes nothing, and the header `Warning` says so. */
            orderStatus: components["schemas"]["Status-Get"] | null;
            /** @enum {string} */
            orderType: "customer" | "vendor";
            /** @example ada@example.com */
            email: string | "" | null;
            phoneNumber: string | null;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            updatedAt: string;
            shippingAddress: components["schemas"]["Address-Get"] | null;
            billingAddress: components["schemas"]["Address-Get"] | null;
            /**
             * @description Whether its items are in shipments.
             * @enum {string|null}
             */
            fulfillmentStatus: "not_fulfilled" | "partial" | "fulfilled" | null;
            /** @description How many of its shipments have no tracking number. */
            shipmentsWithoutTrackingCount: number | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
            /** @description The order belongs to another system, which changes it. */
            readonly: boolean;
            /** @description The type of `externalSourceIntegration`. */
            externalSourceIntegrationType: string | null;
        };
        /** @description An order; its items are resources of their own. */
        "Order-Getc.jsonld": {
            /**
             * Format: iri-reference
             * @description On the outermost object only.
             * @example /contexts/Order
             */
            "@context"?: string;
            /**
             * Format: iri-reference
             * @example /orders/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            "@id": string;
            /** @constant */
            "@type": "Order";
            /**
             * Format: iri-reference
             * @example /workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspace: string;
            /** @example 100042 */
            orderNumber: string;
            /**
             * Format: iri-reference
             * @description The integration that it was imported by.
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            externalSourceIntegration: string | null;
            /** @description Its id in the system that it was imported from. */
            externalSourceSyncId: string | null;
            /** @example https://shop.example/orders/1 */
            externalSourceUrl: string | "" | null;
            /** @example 12.50 */
            subtotal: string | null;
            /** @example 12.50 */
            total: string | null;
            /** @example EUR */
            currency: string | null;
            /** @description The workspace's own status. Bodies have its IRI, or `{code, title}`: the one with that code, made when there is none. A title that differs from its own changes nothing, and the header `Warning` says so. */
            orderStatus: components["schemas"]["Status-Get.jsonld"] | null;
            /** @enum {string} */
            orderType: "customer" | "vendor";
            /** @example ada@example.com */
            email: string | "" | null;
            phoneNumber: string | null;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            updatedAt: string;
            shippingAddress: components["schemas"]["Address-Get.jsonld"] | null;
            billingAddress: components["schemas"]["Address-Get.jsonld"] | null;
            /**
             * @description Whether its items are in shipments.
             * @enum {string|null}
             */
            fulfillmentStatus: "not_fulfilled" | "partial" | "fulfilled" | null;
            /** @description How many of its shipments have no tracking number. */
            shipmentsWithoutTrackingCount: number | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
            /** @description The order belongs to another system, which changes it. */
            readonly: boolean;
            /** @description The type of `externalSourceIntegration`. */
            externalSourceIntegrationType: string | null;
        };
        "Order-Post": {
            /**
             * Format: iri-reference
             * @example /workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspace: string;
            /** @example 100042 */
            orderNumber: string;
            /**
             * Format: iri-reference
             * @description The integration that it was imported by.
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            externalSourceIntegration?: string | null;
            /** @description Its id in the system that it was imported from. */
            externalSourceSyncId?: string | null;
            /** @example https://shop.example/orders/1 */
            externalSourceUrl?: string | "" | null;
            /**
             * @default 0
             * @example 12.50
             */
            subtotal: string | null;
            /**
             * @default 0
             * @example 12.50
             */
            total: string | null;
            /**
             * @default USD
             * @example EUR
             */
            currency: string | null;
            /** @description The workspace's own status. Bodies have its IRI, or `{code, title}`: the one with that code, made when there is none. A title that differs from its own changes nothing, and the header `Warning` says so. */
            orderStatus?: string | components["schemas"]["Status-Embedded"] | null;
            /**
             * @default customer
             * @enum {string}
             */
            orderType: "customer" | "vendor";
            /** @example ada@example.com */
            email?: string | "" | null;
            phoneNumber?: string | null;
            shipments?: string[];
            /** @description Its items, made with it in one transaction. They are read at `/orders/{id}/items`. */
            items?: (string | components["schemas"]["OrderItem-Embedded"] | components["schemas"]["OrderItem-Kept"])[];
            shippingAddress?: components["schemas"]["Address-Post"] | null;
            billingAddress?: components["schemas"]["Address-Post"] | null;
        };
        "Order-Put": {
            /** @example 12.50 */
            subtotal?: string | null;
            /** @example 12.50 */
            total?: string | null;
            /** @example EUR */
            currency?: string | null;
            /** @description The workspace's own status. Bodies have its IRI, or `{code, title}`: the one with that code, made when there is none. A title that differs from its own changes nothing, and the header `Warning` says so. */
            orderStatus?: string | components["schemas"]["Status-Embedded"] | null;
            /** @example ada@example.com */
            email?: string | "" | null;
            phoneNumber?: string | null;
            shipments?: string[];
            shippingAddress?: components["schemas"]["Address-Put"] | null;
            billingAddress?: components["schemas"]["Address-Put"] | null;
        };
        "OrderCollection-Get.jsonld": components["schemas"]["HydraCollection"] & {
            "hydra:member"?: components["schemas"]["Order-Get.jsonld"][];
        };
        "OrderCollection-Getc.jsonld": components["schemas"]["HydraCollection"] & {
            "hydra:member"?: components["schemas"]["Order-Getc.jsonld"][];
        };
        "OrderItem-Embedded": {
            /** @example Green tea */
            productName?: string | null;
            /** @example TEA-1 */
            productSku?: string | null;
            productOptions?: {
                [key: string]: string;
            };
            /**
             * @description How many were ordered.
             * @default 0
             * @example 2
             */
            qty: number | null;
            /** @example 12.50 */
            price?: string | null;
            /** @example 12.50 */
            rowTotal?: string | null;
            externalProductId?: string | null;
            /** @description Its id in the system that it was imported from. */
            externalSourceSyncId?: string | null;
            /**
             * Format: iri-reference
             * @description The integration that it was imported by.
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            externalSourceIntegration?: string | null;
            /**
             * Format: iri-reference
             * @example /products/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            product?: string | null;
            /**
             * Format: iri-reference
             * @example /product_variants/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            productVariant?: string | null;
            /** @example https://shop.example/orders/1 */
            imageUrl?: string | "" | null;
            /**
             * @description How many were sent: what is in shipments, or more; at most `qty`.
             * @default 0
             */
            fulfilledQty: number | null;
            /**
             * @description How many were paid back.
             * @default 0
             */
            refundedQty: number | null;
        };
        /** @description A line of an order: how many were ordered, and how many of them are in shipments. */
        "OrderItem-Get": {
            /**
             * Format: iri-reference
             * @example /orders/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            order: string;
            /** @example Green tea */
            productName: string | null;
            /** @example TEA-1 */
            productSku: string | null;
            productOptions: {
                [key: string]: string;
            };
            /**
             * @description How many were ordered.
             * @example 2
             */
            qty: number | null;
            /** @example 12.50 */
            price: string | null;
            /** @example 12.50 */
            rowTotal: string | null;
            externalProductId: string | null;
            /** @description Its id in the system that it was imported from. */
            externalSourceSyncId: string | null;
            /**
             * Format: iri-reference
             * @description The integration that it was imported by.
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            externalSourceIntegration: string | null;
            /**
             * Format: iri-reference
             * @example /products/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            product: string | null;
            /**
             * Format: iri-reference
             * @example /product_variants/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            productVariant: string | null;
            /** @example https://shop.example/orders/1 */
            imageUrl: string | "" | null;
            /** @description How many were sent: what is in shipments, or more; at most `qty`. */
            fulfilledQty: number | null;
            /** @description How many were paid back. */
            refundedQty: number | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
            /** @description Where the shop shows the product. */
            externalProductLink: string | null;
            /** @description The order's currency. */
            currency: string | null;
        };
        /** @description A line of an order: how many were ordered, and how many of them are in shipments. */
        "OrderItem-Get.jsonld": {
            /**
             * Format: iri-reference
             * @description On the outermost object only.
             * @example /contexts/OrderItem
             */
            "@context"?: string;
            /**
             * Format: iri-reference
             * @example /order_items/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            "@id": string;
            /** @constant */
            "@type": "OrderItem";
            /**
             * Format: iri-reference
             * @example /orders/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            order: string;
            /** @example Green tea */
            productName: string | null;
            /** @example TEA-1 */
            productSku: string | null;
            productOptions: {
                [key: string]: string;
            };
            /**
             * @description How many were ordered.
             * @example 2
             */
            qty: number | null;
            /** @example 12.50 */
            price: string | null;
            /** @example 12.50 */
            rowTotal: string | null;
            externalProductId: string | null;
            /** @description Its id in the system that it was imported from. */
            externalSourceSyncId: string | null;
            /**
             * Format: iri-reference
             * @description The integration that it was imported by.
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            externalSourceIntegration: string | null;
            /**
             * Format: iri-reference
             * @example /products/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            product: string | null;
            /**
             * Format: iri-reference
             * @example /product_variants/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            productVariant: string | null;
            /** @example https://shop.example/orders/1 */
            imageUrl: string | "" | null;
            /** @description How many were sent: what is in shipments, or more; at most `qty`. */
            fulfilledQty: number | null;
            /** @description How many were paid back. */
            refundedQty: number | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
            /** @description Where the shop shows the product. */
            externalProductLink: string | null;
            /** @description The order's currency. */
            currency: string | null;
        };
        "OrderItem-Kept": {
            /**
             * Format: iri-reference
             * @example /order_items/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            "@id": string;
            /** @example Green tea */
            productName?: string | null;
            /** @example TEA-1 */
            productSku?: string | null;
            productOptions?: {
                [key: string]: string;
            };
            /**
             * @description How many were ordered.
             * @example 2
             */
            qty?: number | null;
            /** @example 12.50 */
            price?: string | null;
            /** @example 12.50 */
            rowTotal?: string | null;
            externalProductId?: string | null;
            /** @example https://shop.example/orders/1 */
            imageUrl?: string | "" | null;
            /** @description How many were sent: what is in shipments, or more; at most `qty`. */
            fulfilledQty?: number | null;
            /** @description How many were paid back. */
            refundedQty?: number | null;
        };
        "OrderItem-Post": {
            /**
             * Format: iri-reference
             * @example /orders/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            order: string;
            /** @example Green tea */
            productName?: string | null;
            /** @example TEA-1 */
            productSku?: string | null;
            productOptions?: {
                [key: string]: string;
            };
            /**
             * @description How many were ordered.
             * @default 0
             * @example 2
             */
            qty: number | null;
            /** @example 12.50 */
            price?: string | null;
            /** @example 12.50 */
            rowTotal?: string | null;
            externalProductId?: string | null;
            /** @description Its id in the system that it was imported from. */
            externalSourceSyncId?: string | null;
            /**
             * Format: iri-reference
             * @description The integration that it was imported by.
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            externalSourceIntegration?: string | null;
            /**
             * Format: iri-reference
             * @example /products/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            product?: string | null;
            /**
             * Format: iri-reference
             * @example /product_variants/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            productVariant?: string | null;
            /** @example https://shop.example/orders/1 */
            imageUrl?: string | "" | null;
            /**
             * @description How many were sent: what is in shipments, or more; at most `qty`.
             * @default 0
             */
            fulfilledQty: number | null;
            /**
             * @description How many were paid back.
             * @default 0
             */
            refundedQty: number | null;
        };
        "OrderItem-Put": {
            /** @example Green tea */
            productName?: string | null;
            /** @example TEA-1 */
            productSku?: string | null;
            productOptions?: {
                [key: string]: string;
            };
            /**
             * @description How many were ordered.
             * @example 2
             */
            qty?: number | null;
            /** @example 12.50 */
            price?: string | null;
            /** @example 12.50 */
            rowTotal?: string | null;
            externalProductId?: string | null;
            /** @example https://shop.example/orders/1 */
            imageUrl?: string | "" | null;
            /** @description How many were sent: what is in shipments, or more; at most `qty`. */
            fulfilledQty?: number | null;
            /** @description How many were paid back. */
            refundedQty?: number | null;
        };
        "OrderItemCollection-Get.jsonld": components["schemas"]["HydraCollection"] & {
            "hydra:member"?: components["schemas"]["OrderItem-Get.jsonld"][];
        };
        Problem: {
            /**
             * Format: uri-reference
             * @example about:blank
             */
            type: string;
            /** @example An error occurred */
            title: string;
            /** @example 404 */
            status: number;
            /**
             * @description What went wrong.
             * @example Not Found
             */
            detail: string;
            violations?: components["schemas"]["ConstraintViolation"][];
        };
        /** @description What a team sells. */
        "Product-Get": {
            /**
             * Format: iri-reference
             * @example /teams/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            team: string;
            /** @example Green tea */
            name: string | null;
            /** @example TEA-1 */
            sku: string | null;
            /**
             * @description Where the shop shows it.
             * @example https://shop.example/orders/1
             */
            originUrl: string | "" | null;
            /** @example https://shop.example/orders/1 */
            imageUrl: string | "" | null;
            /**
             * Format: iri-reference
             * @description The integration that it was imported by.
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            externalSourceIntegration: string | null;
            /** @description Its id in the system that it was imported from. */
            externalSourceSyncId: string | null;
            productVariants: string[];
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
        };
        /** @description What a team sells. */
        "Product-Get.jsonld": {
            /**
             * Format: iri-reference
             * @description On the outermost object only.
             * @example /contexts/Product
             */
            "@context"?: string;
            /**
             * Format: iri-reference
             * @example /products/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            "@id": string;
            /** @constant */
            "@type": "Product";
            /**
             * Format: iri-reference
             * @example /teams/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            team: string;
            /** @example Green tea */
            name: string | null;
            /** @example TEA-1 */
            sku: string | null;
            /**
             * @description Where the shop shows it.
             * @example https://shop.example/orders/1
             */
            originUrl: string | "" | null;
            /** @example https://shop.example/orders/1 */
            imageUrl: string | "" | null;
            /**
             * Format: iri-reference
             * @description The integration that it was imported by.
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            externalSourceIntegration: string | null;
            /** @description Its id in the system that it was imported from. */
            externalSourceSyncId: string | null;
            productVariants: string[];
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
        };
        "Product-Post": {
            /**
             * Format: iri-reference
             * @example /teams/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            team: string;
            /** @example Green tea */
            name?: string | null;
            /** @example TEA-1 */
            sku?: string | null;
            /**
             * @description Where the shop shows it.
             * @example https://shop.example/orders/1
             */
            originUrl?: string | "" | null;
            /** @example https://shop.example/orders/1 */
            imageUrl?: string | "" | null;
            /**
             * Format: iri-reference
             * @description The integration that it was imported by.
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            externalSourceIntegration?: string | null;
            /** @description Its id in the system that it was imported from. */
            externalSourceSyncId?: string | null;
        };
        "Product-Put": {
            /** @example Green tea */
            name?: string | null;
            /** @example TEA-1 */
            sku?: string | null;
            /**
             * @description Where the shop shows it.
             * @example https://shop.example/orders/1
             */
            originUrl?: string | "" | null;
            /** @example https://shop.example/orders/1 */
            imageUrl?: string | "" | null;
        };
        "ProductCollection-Get.jsonld": components["schemas"]["HydraCollection"] & {
            "hydra:member"?: components["schemas"]["Product-Get.jsonld"][];
        };
        /** @description A size, colour or other form of a product. */
        "ProductVariant-Get": {
            /**
             * Format: iri-reference
             * @example /teams/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            team: string;
            /** @example TEA-1-100G */
            sku: string;
            /** @example https://shop.example/orders/1 */
            imageUrl: string | "" | null;
            /**
             * Format: iri-reference
             * @example /products/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            product: string | null;
            price: number | null;
            /**
             * Format: iri-reference
             * @description The integration that it was imported by.
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            externalSourceIntegration: string | null;
            /** @description Its id in the system that it was imported from. */
            externalSourceSyncId: string | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
        };
        /** @description A size, colour or other form of a product. */
        "ProductVariant-Get.jsonld": {
            /**
             * Format: iri-reference
             * @description On the outermost object only.
             * @example /contexts/ProductVariant
             */
            "@context"?: string;
            /**
             * Format: iri-reference
             * @example /product_variants/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            "@id": string;
            /** @constant */
            "@type": "ProductVariant";
            /**
             * Format: iri-reference
             * @example /teams/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            team: string;
            /** @example TEA-1-100G */
            sku: string;
            /** @example https://shop.example/orders/1 */
            imageUrl: string | "" | null;
            /**
             * Format: iri-reference
             * @example /products/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            product: string | null;
            price: number | null;
            /**
             * Format: iri-reference
             * @description The integration that it was imported by.
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            externalSourceIntegration: string | null;
            /** @description Its id in the system that it was imported from. */
            externalSourceSyncId: string | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
        };
        "ProductVariant-Post": {
            /**
             * Format: iri-reference
             * @example /teams/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            team: string;
            /** @example TEA-1-100G */
            sku: string;
            /** @example https://shop.example/orders/1 */
            imageUrl?: string | "" | null;
            /**
             * Format: iri-reference
             * @example /products/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            product?: string | null;
            price?: number | null;
            /**
             * Format: iri-reference
             * @description The integration that it was imported by.
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            externalSourceIntegration?: string | null;
            /** @description Its id in the system that it was imported from. */
            externalSourceSyncId?: string | null;
        };
        "ProductVariant-Put": {
            /** @example https://shop.example/orders/1 */
            imageUrl?: string | "" | null;
            price?: number | null;
        };
        "ProductVariantCollection-Get.jsonld": components["schemas"]["HydraCollection"] & {
            "hydra:member"?: components["schemas"]["ProductVariant-Get.jsonld"][];
        };
        PublicTrackingPage: {
            trackingPage: {
                title: string | null;
                subdomain: string;
                reviewsEnabled: boolean;
                sidebarField: string | null;
                trackingNumberField: string | null;
                customThemeId: string | null;
                builder: {
                    [key: string]: unknown;
                };
            };
            shipments: {
                /** Format: uuid */
                id: string;
                trackingNumber: string | null;
                trackingStatus: string | null;
                orderNumbers: string[];
                originCarrier: {
                    code: string;
                    name: string;
                    url: string | null;
                } | null;
                destinationCarrier: {
                    code: string;
                    name: string;
                    url: string | null;
                } | null;
                originCountryIso2: string | null;
                destinationCountryIso2: string | null;
                /** Format: date-time */
                createdAt: string;
                /** Format: date-time */
                shippedAt: string | null;
                /** Format: date-time */
                expectedDeliveryDate: string | null;
                /** Format: date-time */
                lastStatusUpdate: string | null;
                checkpoints: {
                    /** Format: date-time */
                    checkpointDate: string;
                    info: string | null;
                    location: string | null;
                    rel: string | null;
                }[];
                items: {
                    productName: string | null;
                    qty: number;
                    imageUrl: string | null;
                }[];
                /** @description It has a review already. */
                reviewed: boolean;
            }[];
        };
        PushReached: {
            /** @description Shipments with the number, in all workspaces. */
            shipments: number;
            /** @description Checkpoints that were new to them. */
            checkpoints: number;
        };
        /** @description What a customer thinks of a delivery. */
        "Review-Get": {
            /**
             * Format: iri-reference
             * @example /workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspace: string | null;
            /**
             * Format: iri-reference
             * @example /shipments/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            shipment: string | null;
            carrierScore: number | null;
            productScore: number | null;
            packagingScore: number | null;
            totalScore: number | null;
            comment: string | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
        };
        /** @description What a customer thinks of a delivery. */
        "Review-Get.jsonld": {
            /**
             * Format: iri-reference
             * @description On the outermost object only.
             * @example /contexts/Review
             */
            "@context"?: string;
            /**
             * Format: iri-reference
             * @example /reviews/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            "@id": string;
            /** @constant */
            "@type": "Review";
            /**
             * Format: iri-reference
             * @example /workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspace: string | null;
            /**
             * Format: iri-reference
             * @example /shipments/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            shipment: string | null;
            carrierScore: number | null;
            productScore: number | null;
            packagingScore: number | null;
            totalScore: number | null;
            comment: string | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
        };
        "Review-Post": {
            /** @description The hash of the link once more. */
            hash: string;
            /** @description The host of the page that it was written on. */
            domain: string;
            /**
             * Format: uuid
             * @description A shipment that the link shows.
             */
            shipmentId: string;
            /** @example 5 */
            carrierScore: number;
            /** @example 5 */
            productScore: number;
            /** @example 5 */
            packagingScore: number;
            comment?: string | null;
        };
        /** @description Filters and an order of a list under a name. Whoever makes one sees it; when it is shared, everybody in the workspace does, and who may write there may change it. */
        "SavedView-Get": {
            /**
             * Format: iri-reference
             * @example /workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspace: string;
            /**
             * Format: iri-reference
             * @description Whoever has made it.
             */
            user: string;
            /**
             * @description The list that it is of.
             * @enum {string}
             */
            entity: "shipments" | "orders";
            /** @example Late in Germany */
            name: string;
            /**
             * @description The list's own parameters, as in an address.
             * @example trackingStatus[]=in_transit&daysInTransit[gte]=10
             */
            query: string | null;
            /** @description Everybody in the workspace sees it. */
            shared: boolean;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            updatedAt: string;
        };
        /** @description Filters and an order of a list under a name. Whoever makes one sees it; when it is shared, everybody in the workspace does, and who may write there may change it. */
        "SavedView-Get.jsonld": {
            /**
             * Format: iri-reference
             * @description On the outermost object only.
             * @example /contexts/SavedView
             */
            "@context"?: string;
            /**
             * Format: iri-reference
             * @example /saved_views/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            "@id": string;
            /** @constant */
            "@type": "SavedView";
            /**
             * Format: iri-reference
             * @example /workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspace: string;
            /**
             * Format: iri-reference
             * @description Whoever has made it.
             */
            user: string;
            /**
             * @description The list that it is of.
             * @enum {string}
             */
            entity: "shipments" | "orders";
            /** @example Late in Germany */
            name: string;
            /**
             * @description The list's own parameters, as in an address.
             * @example trackingStatus[]=in_transit&daysInTransit[gte]=10
             */
            query: string | null;
            /** @description Everybody in the workspace sees it. */
            shared: boolean;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            updatedAt: string;
        };
        "SavedView-Post": {
            /**
             * Format: iri-reference
             * @example /workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspace: string;
            /**
             * @description The list that it is of.
             * @default shipments
             * @enum {string}
             */
            entity: "shipments" | "orders";
            /** @example Late in Germany */
            name: string;
            /**
             * @description The list's own parameters, as in an address.
             * @example trackingStatus[]=in_transit&daysInTransit[gte]=10
             */
            query?: string | null;
            /**
             * @description Everybody in the workspace sees it.
             * @default false
             */
            shared: boolean;
        };
        "SavedView-Put": {
            /** @example Late in Germany */
            name?: string;
            /**
             * @description The list's own parameters, as in an address.
             * @example trackingStatus[]=in_transit&daysInTransit[gte]=10
             */
            query?: string | null;
            /** @description Everybody in the workspace sees it. */
            shared?: boolean;
        };
        "SavedViewCollection-Get.jsonld": components["schemas"]["HydraCollection"] & {
            "hydra:member"?: components["schemas"]["SavedView-Get.jsonld"][];
        };
        Session: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "browser" | "program";
            /** @description What a browser says that it is. */
            userAgent: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** @description The one that asks. */
            isCurrent: boolean;
        };
        SeventeenTrackPush: {
            /**
             * @example TRACKING_UPDATED
             * @example TRACKING_STOPPED
             */
            event: string;
            /** @description The parcel: `number`, `carrier`, `tag` and `track_info`, as `gettrackinfo` answers it. */
            data: Record<string, never>;
        };
        /** @description A parcel on its way, with at most one tracking number. */
        "Shipment-Get": {
            /**
             * @description Letters and digits; kept in capitals, without the blanks, dashes, dots and brackets of labels. The address of a page of the carrier that shows it does as well. There is one of each in a workspace.
             * @example TN00000001
             */
            trackingNumber: string | null;
            /**
             * @description How far the parcel has come. TrackMage's older text files customs holds and exceptions under `error`. Here `customs_clearance` and `exception` say that of a parcel that still moves, and `error` that it could not be tracked; filters tell the three apart.
             * @enum {string|null}
             */
            trackingStatus: "no_info" | "pre_transit" | "in_transit" | "customs_clearance" | "exception" | "delivery_in_progress" | "unsuccessful_delivery" | "available_for_pickup" | "delivered" | "return_to_sender" | "cancelled" | "error" | "expired" | "transit_limit_exceeded" | null;
            /**
             * @description The numbers of its orders, in capitals. Without a number its order is unlinked.
             * @example [
             *       "100042"
             *     ]
             */
            orderNumbers: string[];
            /** @example ada@example.com */
            email: string | "" | null;
            phoneNumber: string | null;
            /** @description Whole days since it began to move; until now, or until it arrived. */
            daysInTransit: number | null;
            /** @description Whole days since it was made; until now, or until it began to move. */
            daysInIdle: number | null;
            /** @description Whole days since the carrier last reported of it. */
            daysSinceLastCheckpoint: number | null;
            /**
             * @description The code of the carrier that takes it, or its name, or what AfterShip calls it; the number says it where nobody does. A PUT may change it.
             * @example ups
             */
            originCarrier: string | null;
            /**
             * @description The code of the carrier that delivers it.
             * @example ups
             */
            destinationCarrier: string | null;
            originCountry: string | null;
            destinationCountry: string | null;
            originCountryIso2: string | null;
            destinationCountryIso2: string | null;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            shippedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            expectedDeliveryDate: string | null;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            updatedAt: string;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            lastStatusUpdate: string | null;
            /**
             * Format: iri-reference
             * @example /workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspace: string;
            /**
             * Format: iri-reference
             * @example /reviews/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            review: string | null;
            reviewTotalScore: number | null;
            /** @description The orders that are in it. Their numbers are in `orderNumbers`. */
            orders: string[];
            /** @description What is in it. Bodies may have whole items; items that a list leaves out are deleted. */
            shipmentItems: string[];
            /**
             * Format: iri-reference
             * @description The integration that it was imported by.
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            externalSourceIntegration: string | null;
            /** @description Its id in the system that it was imported from. */
            externalSourceSyncId: string | null;
            /**
             * Format: iri-reference
             * @description The integration that sends it.
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            fulfillmentIntegration: string | null;
            /** @description Its id in the system that sends it. */
            fulfillmentSyncId: string | null;
            address: components["schemas"]["Address-Get"] | null;
            /** @description The workspace's own status. Bodies have its IRI, or `{code, title}`: the one with that code, made when there is none. A title that differs from its own changes nothing, and the header `Warning` says so. */
            shipmentStatus: components["schemas"]["Status-Get"] | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
            /** @description The type of `externalSourceIntegration`. */
            externalSourceIntegrationType: string | null;
        };
        /** @description A parcel on its way, with at most one tracking number. */
        "Shipment-Get.jsonld": {
            /**
             * Format: iri-reference
             * @description On the outermost object only.
             * @example /contexts/Shipment
             */
            "@context"?: string;
            /**
             * Format: iri-reference
             * @example /shipments/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            "@id": string;
            /** @constant */
            "@type": "Shipment";
            /**
             * @description Letters and digits; kept in capitals, without the blanks, dashes, dots and brackets of labels. The address of a page of the carrier that shows it does as well. There is one of each in a workspace.
             * @example TN00000001
             */
            trackingNumber: string | null;
            /**
             * @description How far the parcel has come. TrackMage's older text files customs holds and exceptions under `error`. Here `customs_clearance` and `exception` say that of a parcel that still moves, and `error` that it could not be tracked; filters tell the three apart.
             * @enum {string|null}
             */
            trackingStatus: "no_info" | "pre_transit" | "in_transit" | "customs_clearance" | "exception" | "delivery_in_progress" | "unsuccessful_delivery" | "available_for_pickup" | "delivered" | "return_to_sender" | "cancelled" | "error" | "expired" | "transit_limit_exceeded" | null;
            /**
             * @description The numbers of its orders, in capitals. Without a number its order is unlinked.
             * @example [
             *       "100042"
             *     ]
             */
            orderNumbers: string[];
            /** @example ada@example.com */
            email: string | "" | null;
            phoneNumber: string | null;
            /** @description Whole days since it began to move; until now, or until it arrived. */
            daysInTransit: number | null;
            /** @description Whole days since it was made; until now, or until it began to move. */
            daysInIdle: number | null;
            /** @description Whole days since the carrier last reported of it. */
            daysSinceLastCheckpoint: number | null;
            /**
             * @description The code of the carrier that takes it, or its name, or what AfterShip calls it; the number says it where nobody does. A PUT may change it.
             * @example ups
             */
            originCarrier: string | null;
            /**
             * @description The code of the carrier that delivers it.
             * @example ups
             */
            destinationCarrier: string | null;
            originCountry: string | null;
            destinationCountry: string | null;
            originCountryIso2: string | null;
            destinationCountryIso2: string | null;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            shippedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            expectedDeliveryDate: string | null;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            updatedAt: string;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            lastStatusUpdate: string | null;
            /**
             * Format: iri-reference
             * @example /workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspace: string;
            /**
             * Format: iri-reference
             * @example /reviews/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            review: string | null;
            reviewTotalScore: number | null;
            /** @description The orders that are in it. Their numbers are in `orderNumbers`. */
            orders: string[];
            /** @description What is in it. Bodies may have whole items; items that a list leaves out are deleted. */
            shipmentItems: string[];
            /**
             * Format: iri-reference
             * @description The integration that it was imported by.
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            externalSourceIntegration: string | null;
            /** @description Its id in the system that it was imported from. */
            externalSourceSyncId: string | null;
            /**
             * Format: iri-reference
             * @description The integration that sends it.
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            fulfillmentIntegration: string | null;
            /** @description Its id in the system that sends it. */
            fulfillmentSyncId: string | null;
            address: components["schemas"]["Address-Get.jsonld"] | null;
            /** @description The workspace's own status. Bodies have its IRI, or `{code, title}`: the one with that code, made when there is none. A title that differs from its own changes nothing, and the header `Warning` says so. */
            shipmentStatus: components["schemas"]["Status-Get.jsonld"] | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
            /** @description The type of `externalSourceIntegration`. */
            externalSourceIntegrationType: string | null;
        };
        /** @description A parcel on its way, with at most one tracking number. */
        "Shipment-Getc": {
            /**
             * @description Letters and digits; kept in capitals, without the blanks, dashes, dots and brackets of labels. The address of a page of the carrier that shows it does as well. There is one of each in a workspace.
             * @example TN00000001
             */
            trackingNumber: string | null;
            /**
             * @description How far the parcel has come. TrackMage's older text files customs holds and exceptions under `error`. Here `customs_clearance` and `exception` say that of a parcel that still moves, and `error` that it could not be tracked; filters tell the three apart.
             * @enum {string|null}
             */
            trackingStatus: "no_info" | "pre_transit" | "in_transit" | "customs_clearance" | "exception" | "delivery_in_progress" | "unsuccessful_delivery" | "available_for_pickup" | "delivered" | "return_to_sender" | "cancelled" | "error" | "expired" | "transit_limit_exceeded" | null;
            /**
             * @description The numbers of its orders, in capitals. Without a number its order is unlinked.
             * @example [
             *       "100042"
             *     ]
             */
            orderNumbers: string[];
            /** @example ada@example.com */
            email: string | "" | null;
            phoneNumber: string | null;
            /** @description Whole days since it began to move; until now, or until it arrived. */
            daysInTransit: number | null;
            /** @description Whole days since it was made; until now, or until it began to move. */
            daysInIdle: number | null;
            /** @description Whole days since the carrier last reported of it. */
            daysSinceLastCheckpoint: number | null;
            /**
             * @description The code of the carrier that takes it, or its name, or what AfterShip calls it; the number says it where nobody does. A PUT may change it.
             * @example ups
             */
            originCarrier: string | null;
            /**
             * @description The code of the carrier that delivers it.
             * @example ups
             */
            destinationCarrier: string | null;
            originCountry: string | null;
            destinationCountry: string | null;
            originCountryIso2: string | null;
            destinationCountryIso2: string | null;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            shippedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            expectedDeliveryDate: string | null;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            updatedAt: string;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            lastStatusUpdate: string | null;
            /**
             * Format: iri-reference
             * @example /workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspace: string;
            /**
             * Format: iri-reference
             * @example /reviews/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            review: string | null;
            reviewTotalScore: number | null;
            /**
             * Format: iri-reference
             * @description The integration that it was imported by.
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            externalSourceIntegration: string | null;
            /** @description Its id in the system that it was imported from. */
            externalSourceSyncId: string | null;
            /**
             * Format: iri-reference
             * @description The integration that sends it.
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            fulfillmentIntegration: string | null;
            /** @description Its id in the system that sends it. */
            fulfillmentSyncId: string | null;
            address: components["schemas"]["Address-Get"] | null;
            /** @description The workspace's own status. Bodies have its IRI, or `{code, title}`: the one with that code, made when there is none. A title that differs from its own changes nothing, and the header `Warning` says so. */
            shipmentStatus: components["schemas"]["Status-Get"] | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
            /** @description The type of `externalSourceIntegration`. */
            externalSourceIntegrationType: string | null;
        };
        /** @description A parcel on its way, with at most one tracking number. */
        "Shipment-Getc.jsonld": {
            /**
             * Format: iri-reference
             * @description On the outermost object only.
             * @example /contexts/Shipment
             */
            "@context"?: string;
            /**
             * Format: iri-reference
             * @example /shipments/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            "@id": string;
            /** @constant */
            "@type": "Shipment";
            /**
             * @description Letters and digits; kept in capitals, without the blanks, dashes, dots and brackets of labels. The address of a page of the carrier that shows it does as well. There is one of each in a workspace.
             * @example TN00000001
             */
            trackingNumber: string | null;
            /**
             * @description How far the parcel has come. TrackMage's older text files customs holds and exceptions under `error`. Here `customs_clearance` and `exception` say that of a parcel that still moves, and `error` that it could not be tracked; filters tell the three apart.
             * @enum {string|null}
             */
            trackingStatus: "no_info" | "pre_transit" | "in_transit" | "customs_clearance" | "exception" | "delivery_in_progress" | "unsuccessful_delivery" | "available_for_pickup" | "delivered" | "return_to_sender" | "cancelled" | "error" | "expired" | "transit_limit_exceeded" | null;
            /**
             * @description The numbers of its orders, in capitals. Without a number its order is unlinked.
             * @example [
             *       "100042"
             *     ]
             */
            orderNumbers: string[];
            /** @example ada@example.com */
            email: string | "" | null;
            phoneNumber: string | null;
            /** @description Whole days since it began to move; until now, or until it arrived. */
            daysInTransit: number | null;
            /** @description Whole days since it was made; until now, or until it began to move. */
            daysInIdle: number | null;
            /** @description Whole days since the carrier last reported of it. */
            daysSinceLastCheckpoint: number | null;
            /**
             * @description The code of the carrier that takes it, or its name, or what AfterShip calls it; the number says it where nobody does. A PUT may change it.
             * @example ups
             */
            originCarrier: string | null;
            /**
             * @description The code of the carrier that delivers it.
             * @example ups
             */
            destinationCarrier: string | null;
            originCountry: string | null;
            destinationCountry: string | null;
            originCountryIso2: string | null;
            destinationCountryIso2: string | null;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            shippedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            expectedDeliveryDate: string | null;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            updatedAt: string;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            lastStatusUpdate: string | null;
            /**
             * Format: iri-reference
             * @example /workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspace: string;
            /**
             * Format: iri-reference
             * @example /reviews/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            review: string | null;
            reviewTotalScore: number | null;
            /**
             * Format: iri-reference
             * @description The integration that it was imported by.
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            externalSourceIntegration: string | null;
            /** @description Its id in the system that it was imported from. */
            externalSourceSyncId: string | null;
            /**
             * Format: iri-reference
             * @description The integration that sends it.
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            fulfillmentIntegration: string | null;
            /** @description Its id in the system that sends it. */
            fulfillmentSyncId: string | null;
            address: components["schemas"]["Address-Get.jsonld"] | null;
            /** @description The workspace's own status. Bodies have its IRI, or `{code, title}`: the one with that code, made when there is none. A title that differs from its own changes nothing, and the header `Warning` says so. */
            shipmentStatus: components["schemas"]["Status-Get.jsonld"] | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
            /** @description The type of `externalSourceIntegration`. */
            externalSourceIntegrationType: string | null;
        };
        "Shipment-Post": {
            /**
             * @description Letters and digits; kept in capitals, without the blanks, dashes, dots and brackets of labels. The address of a page of the carrier that shows it does as well. There is one of each in a workspace.
             * @example TN00000001
             */
            trackingNumber?: string | null;
            /**
             * @description The numbers of its orders, in capitals. Without a number its order is unlinked.
             * @example [
             *       "100042"
             *     ]
             */
            orderNumbers?: string[];
            /** @example ada@example.com */
            email?: string | "" | null;
            phoneNumber?: string | null;
            /**
             * @description The code of the carrier that takes it, or its name, or what AfterShip calls it; the number says it where nobody does. A PUT may change it.
             * @example ups
             */
            originCarrier?: string | null;
            /**
             * Format: iri-reference
             * @example /workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspace: string;
            /** @description The orders that are in it. Their numbers are in `orderNumbers`. */
            orders?: string[];
            /** @description What is in it. Bodies may have whole items; items that a list leaves out are deleted. */
            shipmentItems?: (string | components["schemas"]["ShipmentItem-Embedded"] | components["schemas"]["ShipmentItem-Kept"])[];
            /**
             * Format: iri-reference
             * @description The integration that it was imported by.
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            externalSourceIntegration?: string | null;
            /** @description Its id in the system that it was imported from. */
            externalSourceSyncId?: string | null;
            /**
             * Format: iri-reference
             * @description The integration that sends it.
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            fulfillmentIntegration?: string | null;
            /** @description Its id in the system that sends it. */
            fulfillmentSyncId?: string | null;
            address?: components["schemas"]["Address-Post"] | null;
            /** @description The workspace's own status. Bodies have its IRI, or `{code, title}`: the one with that code, made when there is none. A title that differs from its own changes nothing, and the header `Warning` says so. */
            shipmentStatus?: string | components["schemas"]["Status-Embedded"] | null;
        };
        "Shipment-Put": {
            /**
             * @description Letters and digits; kept in capitals, without the blanks, dashes, dots and brackets of labels. The address of a page of the carrier that shows it does as well. There is one of each in a workspace.
             * @example TN00000001
             */
            trackingNumber?: string | null;
            /**
             * @description The numbers of its orders, in capitals. Without a number its order is unlinked.
             * @example [
             *       "100042"
             *     ]
             */
            orderNumbers?: string[];
            /** @example ada@example.com */
            email?: string | "" | null;
            phoneNumber?: string | null;
            /**
             * @description The code of the carrier that takes it, or its name, or what AfterShip calls it; the number says it where nobody does. A PUT may change it.
             * @example ups
             */
            originCarrier?: string | null;
            /** @description The orders that are in it. Their numbers are in `orderNumbers`. */
            orders?: string[];
            /** @description What is in it. Bodies may have whole items; items that a list leaves out are deleted. */
            shipmentItems?: (string | components["schemas"]["ShipmentItem-Embedded"] | components["schemas"]["ShipmentItem-Kept"])[];
            address?: components["schemas"]["Address-Put"] | null;
            /** @description The workspace's own status. Bodies have its IRI, or `{code, title}`: the one with that code, made when there is none. A title that differs from its own changes nothing, and the header `Warning` says so. */
            shipmentStatus?: string | components["schemas"]["Status-Embedded"] | null;
        };
        "ShipmentCollection-Get.jsonld": components["schemas"]["HydraCollection"] & {
            "hydra:member"?: components["schemas"]["Shipment-Get.jsonld"][];
        };
        "ShipmentCollection-Getc.jsonld": components["schemas"]["HydraCollection"] & {
            "hydra:member"?: components["schemas"]["Shipment-Getc.jsonld"][];
        };
        "ShipmentItem-Embedded": {
            /**
             * Format: iri-reference
             * @example /order_items/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            orderItem: string;
            /**
             * @description At most what the order item has left.
             * @default 0
             * @example 1
             */
            qty: number | null;
            /** @description Its id in the system that it was imported from. */
            externalSourceSyncId?: string | null;
            /**
             * Format: iri-reference
             * @description The integration that it was imported by.
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            externalSourceIntegration?: string | null;
            /**
             * Format: iri-reference
             * @description The integration that sends it.
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            fulfillmentIntegration?: string | null;
            /** @description Its id in the system that sends it. */
            fulfillmentSyncId?: string | null;
        };
        /** @description How many of an order item are in a shipment. */
        "ShipmentItem-Get": {
            /**
             * Format: iri-reference
             * @example /shipments/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            shipment: string;
            /**
             * Format: iri-reference
             * @example /order_items/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            orderItem: string;
            /**
             * @description At most what the order item has left.
             * @example 1
             */
            qty: number | null;
            /** @description Its id in the system that it was imported from. */
            externalSourceSyncId: string | null;
            /**
             * Format: iri-reference
             * @description The integration that it was imported by.
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            externalSourceIntegration: string | null;
            /**
             * Format: iri-reference
             * @description The integration that sends it.
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            fulfillmentIntegration: string | null;
            /** @description Its id in the system that sends it. */
            fulfillmentSyncId: string | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
        };
        /** @description How many of an order item are in a shipment. */
        "ShipmentItem-Get.jsonld": {
            /**
             * Format: iri-reference
             * @description On the outermost object only.
             * @example /contexts/ShipmentItem
             */
            "@context"?: string;
            /**
             * Format: iri-reference
             * @example /shipment_items/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            "@id": string;
            /** @constant */
            "@type": "ShipmentItem";
            /**
             * Format: iri-reference
             * @example /shipments/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            shipment: string;
            /**
             * Format: iri-reference
             * @example /order_items/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            orderItem: string;
            /**
             * @description At most what the order item has left.
             * @example 1
             */
            qty: number | null;
            /** @description Its id in the system that it was imported from. */
            externalSourceSyncId: string | null;
            /**
             * Format: iri-reference
             * @description The integration that it was imported by.
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            externalSourceIntegration: string | null;
            /**
             * Format: iri-reference
             * @description The integration that sends it.
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            fulfillmentIntegration: string | null;
            /** @description Its id in the system that sends it. */
            fulfillmentSyncId: string | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
        };
        "ShipmentItem-Kept": {
            /**
             * Format: iri-reference
             * @example /shipment_items/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            "@id": string;
            /**
             * Format: iri-reference
             * @example /order_items/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            orderItem?: string;
            /**
             * @description At most what the order item has left.
             * @example 1
             */
            qty?: number | null;
        };
        "ShipmentItem-Post": {
            shipment: string | components["schemas"]["Shipment-Post"];
            /**
             * Format: iri-reference
             * @example /order_items/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            orderItem: string;
            /**
             * @description At most what the order item has left.
             * @default 0
             * @example 1
             */
            qty: number | null;
            /** @description Its id in the system that it was imported from. */
            externalSourceSyncId?: string | null;
            /**
             * Format: iri-reference
             * @description The integration that it was imported by.
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            externalSourceIntegration?: string | null;
            /**
             * Format: iri-reference
             * @description The integration that sends it.
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            fulfillmentIntegration?: string | null;
            /** @description Its id in the system that sends it. */
            fulfillmentSyncId?: string | null;
        };
        "ShipmentItem-Put": {
            /**
             * Format: iri-reference
             * @example /order_items/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            orderItem?: string;
            /**
             * @description At most what the order item has left.
             * @example 1
             */
            qty?: number | null;
        };
        "ShipmentItemCollection-Get.jsonld": components["schemas"]["HydraCollection"] & {
            "hydra:member"?: components["schemas"]["ShipmentItem-Get.jsonld"][];
        };
        ShipmentMerge: {
            /**
             * @description The workspace of both, by its id or IRI.
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspaceId?: string | null;
            /**
             * @description The shipment that goes, by its id or IRI.
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            shipmentId: string;
            /**
             * @description Of the shipment that stays, in the same workspace.
             * @example TN00000001
             */
            trackingNumber: string;
        };
        /** @description A part of a country, of ISO 3166-2: a state, province or the like. */
        "State-Get": {
            /** @example US-CA */
            code: string;
            /** @example California */
            name: string;
        };
        /** @description A part of a country, of ISO 3166-2: a state, province or the like. */
        "State-Get.jsonld": {
            /**
             * Format: iri-reference
             * @description On the outermost object only.
             * @example /contexts/State
             */
            "@context"?: string;
            /**
             * Format: iri-reference
             * @example /states/US-CA
             */
            "@id": string;
            /** @constant */
            "@type": "State";
            /** @example US-CA */
            code: string;
            /** @example California */
            name: string;
        };
        "StateCollection-Get.jsonld": components["schemas"]["HydraCollection"] & {
            "hydra:member"?: components["schemas"]["State-Get.jsonld"][];
        };
        "Status-Embedded": {
            /** @example packed */
            code: string;
            /** @example Packed */
            title?: string | null;
            /** @example Waits for the carrier. */
            description?: string | null;
        };
        /** @description A workspace's own status of orders or shipments. */
        "Status-Get": {
            /** @example packed */
            code: string;
            /** @example Packed */
            title: string | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
            /** @example Waits for the carrier. */
            description: string | null;
        };
        /** @description A workspace's own status of orders or shipments. */
        "Status-Get.jsonld": {
            /**
             * Format: iri-reference
             * @description On the outermost object only.
             * @example /contexts/Status
             */
            "@context"?: string;
            /**
             * Format: iri-reference
             * @example /statuses/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            "@id": string;
            /** @constant */
            "@type": "Status";
            /** @example packed */
            code: string;
            /** @example Packed */
            title: string | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
            /** @example Waits for the carrier. */
            description: string | null;
        };
        "Status-Post": {
            /** @example packed */
            code: string;
            /** @example Packed */
            title?: string | null;
            /** @example Waits for the carrier. */
            description?: string | null;
            /**
             * @description What it is a status of.
             * @default orders
             * @enum {string}
             */
            entity: "orders" | "shipments";
            /**
             * Format: iri-reference
             * @example /workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspace: string;
        };
        "Status-Put": {
            /** @example packed */
            code?: string;
            /** @example Packed */
            title?: string | null;
            /** @example Waits for the carrier. */
            description?: string | null;
        };
        "StatusCollection-Get.jsonld": components["schemas"]["HydraCollection"] & {
            "hydra:member"?: components["schemas"]["Status-Get.jsonld"][];
        };
        /** @description A tenant: its members see its workspaces and nothing else. */
        "Team-Get": {
            /** @example Acme */
            name: string;
            workspacesCount: number;
            usersCount: number;
            entitlements: Record<string, never>;
            subscription: {
                cbId: string | null;
                status: string | null;
                planType: string | null;
                planId: string | null;
                addonsQtyByKey: {
                    [key: string]: number;
                };
                planName: string | null;
                billingPeriod: string | null;
                billingPeriodUnit: string | null;
                /**
                 * Format: date-time
                 * @example 2026-01-02T10:01:00+00:00
                 */
                expiresAt: string | null;
                unpaidInvoices: number;
                hasScheduledChanges: boolean;
                id: string | null;
                hasCouponCode: boolean;
            } | null;
            billingProvider: string;
            shopifyBillingWorkflowId: string | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
        };
        /** @description A tenant: its members see its workspaces and nothing else. */
        "Team-Get.jsonld": {
            /**
             * Format: iri-reference
             * @description On the outermost object only.
             * @example /contexts/Team
             */
            "@context"?: string;
            /**
             * Format: iri-reference
             * @example /teams/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            "@id": string;
            /** @constant */
            "@type": "Team";
            /** @example Acme */
            name: string;
            workspacesCount: number;
            usersCount: number;
            entitlements: Record<string, never>;
            subscription: {
                cbId: string | null;
                status: string | null;
                planType: string | null;
                planId: string | null;
                addonsQtyByKey: {
                    [key: string]: number;
                };
                planName: string | null;
                billingPeriod: string | null;
                billingPeriodUnit: string | null;
                /**
                 * Format: date-time
                 * @example 2026-01-02T10:01:00+00:00
                 */
                expiresAt: string | null;
                unpaidInvoices: number;
                hasScheduledChanges: boolean;
                id: string | null;
                hasCouponCode: boolean;
            } | null;
            billingProvider: string;
            shopifyBillingWorkflowId: string | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
        };
        /** @description A tenant: its members see its workspaces and nothing else. */
        "Team-Getp": {
            /** @example Acme */
            name: string;
            /** @description Only inside the answer to the POST of a workspace. */
            workspaces: string[];
            workspacesCount: number;
            usersCount: number;
            entitlements: Record<string, never>;
            subscription: {
                cbId: string | null;
                status: string | null;
                planType: string | null;
                planId: string | null;
                addonsQtyByKey: {
                    [key: string]: number;
                };
                planName: string | null;
                billingPeriod: string | null;
                billingPeriodUnit: string | null;
                /**
                 * Format: date-time
                 * @example 2026-01-02T10:01:00+00:00
                 */
                expiresAt: string | null;
                unpaidInvoices: number;
                hasScheduledChanges: boolean;
                id: string | null;
                hasCouponCode: boolean;
            } | null;
            billingProvider: string;
            shopifyBillingWorkflowId: string | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
        };
        /** @description A tenant: its members see its workspaces and nothing else. */
        "Team-Getp.jsonld": {
            /**
             * Format: iri-reference
             * @description On the outermost object only.
             * @example /contexts/Team
             */
            "@context"?: string;
            /**
             * Format: iri-reference
             * @example /teams/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            "@id": string;
            /** @constant */
            "@type": "Team";
            /** @example Acme */
            name: string;
            /** @description Only inside the answer to the POST of a workspace. */
            workspaces: string[];
            workspacesCount: number;
            usersCount: number;
            entitlements: Record<string, never>;
            subscription: {
                cbId: string | null;
                status: string | null;
                planType: string | null;
                planId: string | null;
                addonsQtyByKey: {
                    [key: string]: number;
                };
                planName: string | null;
                billingPeriod: string | null;
                billingPeriodUnit: string | null;
                /**
                 * Format: date-time
                 * @example 2026-01-02T10:01:00+00:00
                 */
                expiresAt: string | null;
                unpaidInvoices: number;
                hasScheduledChanges: boolean;
                id: string | null;
                hasCouponCode: boolean;
            } | null;
            billingProvider: string;
            shopifyBillingWorkflowId: string | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
        };
        "Team-Post": {
            /** @example Acme */
            name: string;
        };
        "Team-Put": {
            /** @example Acme */
            name?: string;
        };
        "TeamCollection-Get.jsonld": components["schemas"]["HydraCollection"] & {
            "hydra:member"?: components["schemas"]["Team-Get.jsonld"][];
        };
        /** @description Something a carrier reported of a parcel. */
        "TrackingCheckpoint-Get": {
            /**
             * Format: iri-reference
             * @example /shipments/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            shipment: string | null;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            checkpointDate: string;
            /** @description The carrier's words. */
            info: string | null;
            location: string | null;
            /** @description Whose words: of the `origin` or the `destination` carrier. */
            rel: string | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
        };
        /** @description Something a carrier reported of a parcel. */
        "TrackingCheckpoint-Get.jsonld": {
            /**
             * Format: iri-reference
             * @description On the outermost object only.
             * @example /contexts/TrackingCheckpoint
             */
            "@context"?: string;
            /**
             * Format: iri-reference
             * @example /tracking_checkpoints/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            "@id": string;
            /** @constant */
            "@type": "TrackingCheckpoint";
            /**
             * Format: iri-reference
             * @example /shipments/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            shipment: string | null;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            checkpointDate: string;
            /** @description The carrier's words. */
            info: string | null;
            location: string | null;
            /** @description Whose words: of the `origin` or the `destination` carrier. */
            rel: string | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
        };
        /** @description Something a carrier reported of a parcel. */
        "TrackingCheckpoint-Getc": {
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            checkpointDate: string;
            /** @description The carrier's words. */
            info: string | null;
            location: string | null;
            /** @description Whose words: of the `origin` or the `destination` carrier. */
            rel: string | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
        };
        /** @description Something a carrier reported of a parcel. */
        "TrackingCheckpoint-Getc.jsonld": {
            /**
             * Format: iri-reference
             * @description On the outermost object only.
             * @example /contexts/TrackingCheckpoint
             */
            "@context"?: string;
            /**
             * Format: iri-reference
             * @example /tracking_checkpoints/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            "@id": string;
            /** @constant */
            "@type": "TrackingCheckpoint";
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            checkpointDate: string;
            /** @description The carrier's words. */
            info: string | null;
            location: string | null;
            /** @description Whose words: of the `origin` or the `destination` carrier. */
            rel: string | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
        };
        "TrackingCheckpointCollection-Get.jsonld": components["schemas"]["HydraCollection"] & {
            "hydra:member"?: components["schemas"]["TrackingCheckpoint-Get.jsonld"][];
        };
        "TrackingCheckpointCollection-Getc.jsonld": components["schemas"]["HydraCollection"] & {
            "hydra:member"?: components["schemas"]["TrackingCheckpoint-Getc.jsonld"][];
        };
        TrackingNumbersToCheck: {
            /**
             * @description The id or IRI of a workspace; without it all that the client may write in.
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspaceId?: string | null;
            trackingNumbers: {
                /** @example RB123456785GB */
                number: string;
                /**
                 * @description The carrier's code: other carriers' shipments with this number are left alone.
                 * @example royal-mail
                 */
                originCarrier?: string | null;
            }[];
        };
        TrackingNumbersToCheckLater: {
            /**
             * @description The id or IRI of a workspace; without it all that the client may write in.
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspaceId?: string | null;
            trackingNumbers?: {
                /** @example RB123456785GB */
                number: string;
                /**
                 * @description The carrier's code: other carriers' shipments with this number are left alone.
                 * @example royal-mail
                 */
                originCarrier?: string | null;
            }[] | null;
        };
        TrackingOutcomes: {
            accepted: number;
            rejected: number;
            results: {
                trackingNumber: string | null;
                accepted: boolean;
                /** @description Shipments with the number, in all workspaces. */
                shipments?: number;
                /** @description Checkpoints that were new to them. */
                checkpoints?: number;
                /** @description What was left out of an accepted update. */
                notes?: string[];
                /** @description Why it was not accepted. */
                reasons?: string[];
            }[];
        };
        "TrackingPage-Embedded": {
            /** @default true */
            enabled: boolean;
            /** @default true */
            reviewsEnabled: boolean;
            /** @example Where is my parcel? */
            title: string;
            /** @example acme */
            subdomain: string;
            domain?: string | null;
            sidebarField?: string | null;
            trackingNumberField?: string | null;
            builder?: Record<string, never>;
            dropshipperSettings?: Record<string, never>;
            customThemeId?: string | null;
        };
        /** @description A page where a workspace's customers follow their parcels. */
        "TrackingPage-Get": {
            enabled: boolean;
            reviewsEnabled: boolean;
            /** @example Where is my parcel? */
            title: string;
            /**
             * Format: iri-reference
             * @example /workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspace: string;
            /** @example acme */
            subdomain: string;
            domain: string | null;
            domainEnabled: boolean;
            sidebarField: string | null;
            trackingNumberField: string | null;
            builder: Record<string, never>;
            dropshipperSettings: Record<string, never>;
            customThemeId: string | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
            usedByDefault: boolean;
        };
        /** @description A page where a workspace's customers follow their parcels. */
        "TrackingPage-Get.jsonld": {
            /**
             * Format: iri-reference
             * @description On the outermost object only.
             * @example /contexts/TrackingPage
             */
            "@context"?: string;
            /**
             * Format: iri-reference
             * @example /tracking_pages/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            "@id": string;
            /** @constant */
            "@type": "TrackingPage";
            enabled: boolean;
            reviewsEnabled: boolean;
            /** @example Where is my parcel? */
            title: string;
            /**
             * Format: iri-reference
             * @example /workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspace: string;
            /** @example acme */
            subdomain: string;
            domain: string | null;
            domainEnabled: boolean;
            sidebarField: string | null;
            trackingNumberField: string | null;
            builder: Record<string, never>;
            dropshipperSettings: Record<string, never>;
            customThemeId: string | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
            usedByDefault: boolean;
        };
        /** @description A page where a workspace's customers follow their parcels. */
        "TrackingPage-Getc": {
            enabled: boolean;
            reviewsEnabled: boolean;
            /** @example Where is my parcel? */
            title: string;
            /**
             * Format: iri-reference
             * @example /workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspace: string;
            /** @example acme */
            subdomain: string;
            domain: string | null;
            domainEnabled: boolean;
            sidebarField: string | null;
            trackingNumberField: string | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
            usedByDefault: boolean;
        };
        /** @description A page where a workspace's customers follow their parcels. */
        "TrackingPage-Getc.jsonld": {
            /**
             * Format: iri-reference
             * @description On the outermost object only.
             * @example /contexts/TrackingPage
             */
            "@context"?: string;
            /**
             * Format: iri-reference
             * @example /tracking_pages/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            "@id": string;
            /** @constant */
            "@type": "TrackingPage";
            enabled: boolean;
            reviewsEnabled: boolean;
            /** @example Where is my parcel? */
            title: string;
            /**
             * Format: iri-reference
             * @example /workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspace: string;
            /** @example acme */
            subdomain: string;
            domain: string | null;
            domainEnabled: boolean;
            sidebarField: string | null;
            trackingNumberField: string | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
            usedByDefault: boolean;
        };
        "TrackingPage-Post": {
            /** @default true */
            enabled: boolean;
            /** @default true */
            reviewsEnabled: boolean;
            /** @example Where is my parcel? */
            title: string;
            /**
             * Format: iri-reference
             * @example /workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspace: string;
            /** @example acme */
            subdomain: string;
            domain?: string | null;
            sidebarField?: string | null;
            trackingNumberField?: string | null;
            builder?: Record<string, never>;
            dropshipperSettings?: Record<string, never>;
            customThemeId?: string | null;
        };
        "TrackingPage-Put": {
            enabled?: boolean;
            reviewsEnabled?: boolean;
            /** @example Where is my parcel? */
            title?: string;
            /** @example acme */
            subdomain?: string;
            domain?: string | null;
            sidebarField?: string | null;
            trackingNumberField?: string | null;
            builder?: Record<string, never>;
            dropshipperSettings?: Record<string, never>;
            customThemeId?: string | null;
        };
        "TrackingPageCollection-Get.jsonld": components["schemas"]["HydraCollection"] & {
            "hydra:member"?: components["schemas"]["TrackingPage-Get.jsonld"][];
        };
        "TrackingPageCollection-Getc.jsonld": components["schemas"]["HydraCollection"] & {
            "hydra:member"?: components["schemas"]["TrackingPage-Getc.jsonld"][];
        };
        /** @description Where a parcel can be on its way. */
        "TrackingStatus-Get": {
            /**
             * @description TrackMage's older text files customs holds and exceptions under `error`. Here `customs_clearance` and `exception` say that of a parcel that still moves, and `error` that it could not be tracked; filters tell the three apart.
             * @example in_transit
             */
            code: string;
            /** @example In transit */
            title: string;
            /** @example The carrier has the parcel and moves it. */
            description: string | null;
        };
        /** @description Where a parcel can be on its way. */
        "TrackingStatus-Get.jsonld": {
            /**
             * Format: iri-reference
             * @description On the outermost object only.
             * @example /contexts/TrackingStatus
             */
            "@context"?: string;
            /**
             * Format: iri-reference
             * @example /public/tracking_statuses/in_transit
             */
            "@id": string;
            /** @constant */
            "@type": "TrackingStatus";
            /**
             * @description TrackMage's older text files customs holds and exceptions under `error`. Here `customs_clearance` and `exception` say that of a parcel that still moves, and `error` that it could not be tracked; filters tell the three apart.
             * @example in_transit
             */
            code: string;
            /** @example In transit */
            title: string;
            /** @example The carrier has the parcel and moves it. */
            description: string | null;
        };
        "TrackingStatusCollection-Get.jsonld": components["schemas"]["HydraCollection"] & {
            "hydra:member"?: components["schemas"]["TrackingStatus-Get.jsonld"][];
        };
        TrackingUpdates: {
            /** @example RB123456785GB */
            trackingNumber: string;
            /**
             * @description A code or name of the catalogue. It replaces a carrier that was detected, or a related one. Shipments for which a client chose another carrier are left alone.
             * @example royal-mail
             */
            originCarrier?: string | null;
            /** @example usps */
            destinationCarrier?: string | null;
            /** @example GB */
            originCountryIso2?: string | null;
            /** @example US */
            destinationCountryIso2?: string | null;
            /** Format: date-time */
            expectedDeliveryDate?: string | null;
            checkpoints?: {
                /**
                 * Format: date-time
                 * @description The carrier's date: ISO 8601 (other spellings and Unix times are read as well). A time without an offset is in the zone of the `location` where that is known, or else UTC; `0001-01-01` and the like are no dates, and such a checkpoint is left out.
                 */
                date: string;
                /**
                 * @description What it means.
                 * @enum {string|null}
                 */
                status?: "no_info" | "pre_transit" | "in_transit" | "customs_clearance" | "exception" | "delivery_in_progress" | "unsuccessful_delivery" | "available_for_pickup" | "delivered" | "return_to_sender" | "cancelled" | "error" | "expired" | "transit_limit_exceeded" | null;
                /** @example Arrived at the sorting centre */
                info?: string | null;
                /** @example Kassel, DE */
                location?: string | null;
                /**
                 * @description Whose words: of the `origin` or the `destination` carrier.
                 * @example origin
                 */
                rel?: string | null;
            }[];
        }[];
        Unauthorized: {
            /** @constant */
            code: 401;
            /** @enum {string} */
            message: "JWT Token not found" | "Invalid JWT Token" | "Expired JWT Token";
        };
        /** @description A person or a program that can be a member of teams. Others see it who are in one of its teams. */
        "User-Get": {
            /**
             * Format: email
             * @example ada@example.com
             */
            email: string;
            /** @example Ada */
            firstName: string | null;
            /** @example Byron */
            lastName: string | null;
            emailVerified: boolean;
            passwordSet: boolean;
            /** @description There is nothing to try. */
            trialRedeemed: boolean;
            /** @example Europe/Vienna */
            timezone: string | null;
            photo: Record<string, never> | null;
            teams: string[];
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
        };
        /** @description A person or a program that can be a member of teams. Others see it who are in one of its teams. */
        "User-Get.jsonld": {
            /**
             * Format: iri-reference
             * @description On the outermost object only.
             * @example /contexts/User
             */
            "@context"?: string;
            /**
             * Format: iri-reference
             * @example /users/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            "@id": string;
            /** @constant */
            "@type": "User";
            /**
             * Format: email
             * @example ada@example.com
             */
            email: string;
            /** @example Ada */
            firstName: string | null;
            /** @example Byron */
            lastName: string | null;
            emailVerified: boolean;
            passwordSet: boolean;
            /** @description There is nothing to try. */
            trialRedeemed: boolean;
            /** @example Europe/Vienna */
            timezone: string | null;
            photo: Record<string, never> | null;
            teams: string[];
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
        };
        "User-Put": {
            /** @example Ada */
            firstName?: string | null;
            /** @example Byron */
            lastName?: string | null;
            /** @example Europe/Vienna */
            timezone?: string | null;
            /** @description A new password; null and nothing leave it as it is. It needs the token of a code from an e-mail, and `currentPassword` when that is older than 15 minutes. */
            plainPassword?: string | null;
            /** @description The password so far; see `plainPassword`. */
            currentPassword?: string | null;
        };
        WebhookRedelivery: {
            queued: number;
        };
        WebhookSpan: {
            /** Format: date-time */
            from: string;
            /**
             * Format: date-time
             * @description Now, when it is left out.
             */
            to?: string | null;
        };
        /** @description A connection of a workspace to another system, such as a shop, or a webhook that is told of changes. */
        "Workflow-Get": {
            /** @example https://shop.example */
            title: string;
            /**
             * @description `webhook`, or `integration-` and the kind of system.
             * @example integration-woocommerce
             */
            type: string;
            /**
             * Format: iri-reference
             * @example /workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspace: string;
            credentials: string | null;
            notificationEmails: string[];
            enabled: boolean;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            lastRunDate: string | null;
            /**
             * @description Of a webhook: for how long changes are gathered, `immediately` or `5 minutes` to `6 hours`.
             * @example immediately
             */
            period: string;
            /** @description Of a webhook: the integration that it belongs to, and is deleted with. */
            integration: components["schemas"]["Workflow-Getp"] | null;
            firstTimeSetupPassed: boolean;
            tags: string[];
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
            integrationType: string | null;
            passive: boolean;
            remote: boolean;
            firstTimeSetupRequired: boolean;
            runInProgress: boolean;
            /**
             * @description Of a webhook: where it is told.
             * @example https://shop.example/orders/1
             */
            url: string | "" | null;
            /**
             * @description Of a webhook: what it is about; null is everything.
             * @enum {string|null}
             */
            entity: "shipments" | "shipment_items" | "orders" | "order_items" | "reviews" | null;
            /**
             * @description Of a webhook: what has happened; null is anything.
             * @enum {string|null}
             */
            event: "create" | "update" | "delete" | null;
            /**
             * @description Of a webhook: updates of this field alone; null is any.
             * @example shippingAddress.city
             */
            field: string | null;
            /**
             * @description Of a webhook: requests at the same time, 1 to 50. With 1 each waits for the success of the one before.
             * @example 1
             */
            concurrency: string | null;
            /** @enum {string|null} */
            authType: "basic" | "bearer" | null;
            username: string | null;
            /** @description With `basic`. Answers have `********` in its place, but for the answer to the POST that carried it; sent back, that changes nothing. A webhook that moves to another host needs it again. */
            password: string | null;
            /** @description With `bearer`. Answers have `********` in its place, but for the answer to the POST that carried it; sent back, that changes nothing. A webhook that moves to another host needs it again. */
            token: string | null;
            /** @description Of a webhook: what its requests are signed with (Standard Webhooks). Only the answer to its POST shows it. */
            secret: string | null;
        };
        /** @description A connection of a workspace to another system, such as a shop, or a webhook that is told of changes. */
        "Workflow-Get.jsonld": {
            /**
             * Format: iri-reference
             * @description On the outermost object only.
             * @example /contexts/Workflow
             */
            "@context"?: string;
            /**
             * Format: iri-reference
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            "@id": string;
            /** @constant */
            "@type": "Workflow";
            /** @example https://shop.example */
            title: string;
            /**
             * @description `webhook`, or `integration-` and the kind of system.
             * @example integration-woocommerce
             */
            type: string;
            /**
             * Format: iri-reference
             * @example /workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspace: string;
            credentials: string | null;
            notificationEmails: string[];
            enabled: boolean;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            lastRunDate: string | null;
            /**
             * @description Of a webhook: for how long changes are gathered, `immediately` or `5 minutes` to `6 hours`.
             * @example immediately
             */
            period: string;
            /** @description Of a webhook: the integration that it belongs to, and is deleted with. */
            integration: components["schemas"]["Workflow-Getp.jsonld"] | null;
            firstTimeSetupPassed: boolean;
            tags: string[];
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
            integrationType: string | null;
            passive: boolean;
            remote: boolean;
            firstTimeSetupRequired: boolean;
            runInProgress: boolean;
            /**
             * @description Of a webhook: where it is told.
             * @example https://shop.example/orders/1
             */
            url: string | "" | null;
            /**
             * @description Of a webhook: what it is about; null is everything.
             * @enum {string|null}
             */
            entity: "shipments" | "shipment_items" | "orders" | "order_items" | "reviews" | null;
            /**
             * @description Of a webhook: what has happened; null is anything.
             * @enum {string|null}
             */
            event: "create" | "update" | "delete" | null;
            /**
             * @description Of a webhook: updates of this field alone; null is any.
             * @example shippingAddress.city
             */
            field: string | null;
            /**
             * @description Of a webhook: requests at the same time, 1 to 50. With 1 each waits for the success of the one before.
             * @example 1
             */
            concurrency: string | null;
            /** @enum {string|null} */
            authType: "basic" | "bearer" | null;
            username: string | null;
            /** @description With `basic`. Answers have `********` in its place, but for the answer to the POST that carried it; sent back, that changes nothing. A webhook that moves to another host needs it again. */
            password: string | null;
            /** @description With `bearer`. Answers have `********` in its place, but for the answer to the POST that carried it; sent back, that changes nothing. A webhook that moves to another host needs it again. */
            token: string | null;
            /** @description Of a webhook: what its requests are signed with (Standard Webhooks). Only the answer to its POST shows it. */
            secret: string | null;
        };
        /** @description A connection of a workspace to another system, such as a shop, or a webhook that is told of changes. */
        "Workflow-Getc": {
            /** @example https://shop.example */
            title: string;
            /**
             * @description `webhook`, or `integration-` and the kind of system.
             * @example integration-woocommerce
             */
            type: string;
            enabled: boolean;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            lastRunDate: string | null;
            /**
             * @description Of a webhook: for how long changes are gathered, `immediately` or `5 minutes` to `6 hours`.
             * @example immediately
             */
            period: string;
            /** @description Of a webhook: the integration that it belongs to, and is deleted with. */
            integration: components["schemas"]["Workflow-Getp"] | null;
            firstTimeSetupPassed: boolean;
            tags: string[];
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
            integrationType: string | null;
            passive: boolean;
            remote: boolean;
            firstTimeSetupRequired: boolean;
            runInProgress: boolean;
            /**
             * @description Of a webhook: where it is told.
             * @example https://shop.example/orders/1
             */
            url: string | "" | null;
            /**
             * @description Of a webhook: what it is about; null is everything.
             * @enum {string|null}
             */
            entity: "shipments" | "shipment_items" | "orders" | "order_items" | "reviews" | null;
            /**
             * @description Of a webhook: what has happened; null is anything.
             * @enum {string|null}
             */
            event: "create" | "update" | "delete" | null;
            /**
             * @description Of a webhook: updates of this field alone; null is any.
             * @example shippingAddress.city
             */
            field: string | null;
            /**
             * @description Of a webhook: requests at the same time, 1 to 50. With 1 each waits for the success of the one before.
             * @example 1
             */
            concurrency: string | null;
            /** @enum {string|null} */
            authType: "basic" | "bearer" | null;
            username: string | null;
        };
        /** @description A connection of a workspace to another system, such as a shop, or a webhook that is told of changes. */
        "Workflow-Getc.jsonld": {
            /**
             * Format: iri-reference
             * @description On the outermost object only.
             * @example /contexts/Workflow
             */
            "@context"?: string;
            /**
             * Format: iri-reference
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            "@id": string;
            /** @constant */
            "@type": "Workflow";
            /** @example https://shop.example */
            title: string;
            /**
             * @description `webhook`, or `integration-` and the kind of system.
             * @example integration-woocommerce
             */
            type: string;
            enabled: boolean;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            lastRunDate: string | null;
            /**
             * @description Of a webhook: for how long changes are gathered, `immediately` or `5 minutes` to `6 hours`.
             * @example immediately
             */
            period: string;
            /** @description Of a webhook: the integration that it belongs to, and is deleted with. */
            integration: components["schemas"]["Workflow-Getp.jsonld"] | null;
            firstTimeSetupPassed: boolean;
            tags: string[];
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
            integrationType: string | null;
            passive: boolean;
            remote: boolean;
            firstTimeSetupRequired: boolean;
            runInProgress: boolean;
            /**
             * @description Of a webhook: where it is told.
             * @example https://shop.example/orders/1
             */
            url: string | "" | null;
            /**
             * @description Of a webhook: what it is about; null is everything.
             * @enum {string|null}
             */
            entity: "shipments" | "shipment_items" | "orders" | "order_items" | "reviews" | null;
            /**
             * @description Of a webhook: what has happened; null is anything.
             * @enum {string|null}
             */
            event: "create" | "update" | "delete" | null;
            /**
             * @description Of a webhook: updates of this field alone; null is any.
             * @example shippingAddress.city
             */
            field: string | null;
            /**
             * @description Of a webhook: requests at the same time, 1 to 50. With 1 each waits for the success of the one before.
             * @example 1
             */
            concurrency: string | null;
            /** @enum {string|null} */
            authType: "basic" | "bearer" | null;
            username: string | null;
        };
        /** @description A connection of a workspace to another system, such as a shop, or a webhook that is told of changes. */
        "Workflow-Getp": {
            /** @example https://shop.example */
            title: string;
            /**
             * @description `webhook`, or `integration-` and the kind of system.
             * @example integration-woocommerce
             */
            type: string;
            /**
             * Format: iri-reference
             * @example /workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspace: string;
            enabled: boolean;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            lastRunDate: string | null;
            /**
             * @description Of a webhook: for how long changes are gathered, `immediately` or `5 minutes` to `6 hours`.
             * @example immediately
             */
            period: string;
            firstTimeSetupPassed: boolean;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
            integrationType: string | null;
        };
        /** @description A connection of a workspace to another system, such as a shop, or a webhook that is told of changes. */
        "Workflow-Getp.jsonld": {
            /**
             * Format: iri-reference
             * @description On the outermost object only.
             * @example /contexts/Workflow
             */
            "@context"?: string;
            /**
             * Format: iri-reference
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            "@id": string;
            /** @constant */
            "@type": "Workflow";
            /** @example https://shop.example */
            title: string;
            /**
             * @description `webhook`, or `integration-` and the kind of system.
             * @example integration-woocommerce
             */
            type: string;
            /**
             * Format: iri-reference
             * @example /workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspace: string;
            enabled: boolean;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            lastRunDate: string | null;
            /**
             * @description Of a webhook: for how long changes are gathered, `immediately` or `5 minutes` to `6 hours`.
             * @example immediately
             */
            period: string;
            firstTimeSetupPassed: boolean;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
            integrationType: string | null;
        };
        "Workflow-Post": {
            /** @example https://shop.example */
            title: string;
            /**
             * @description `webhook`, or `integration-` and the kind of system.
             * @example integration-woocommerce
             */
            type: string;
            /**
             * Format: iri-reference
             * @example /workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspace: string;
            notificationEmails?: string[];
            /** @default true */
            enabled: boolean;
            /**
             * @description Of a webhook: for how long changes are gathered, `immediately` or `5 minutes` to `6 hours`.
             * @default immediately
             * @example immediately
             */
            period: string;
            /** @description Of a webhook: the integration that it belongs to, and is deleted with. */
            integration?: string | components["schemas"]["Workflow-Post"] | null;
            /** @default false */
            firstTimeSetupPassed: boolean;
            /**
             * @description Of a webhook: where it is told.
             * @example https://shop.example/orders/1
             */
            url?: string | "" | null;
            /**
             * @description Of a webhook: what it is about; null is everything.
             * @enum {string|null}
             */
            entity?: "shipments" | "shipment_items" | "orders" | "order_items" | "reviews" | null;
            /**
             * @description Of a webhook: what has happened; null is anything.
             * @enum {string|null}
             */
            event?: "create" | "update" | "delete" | null;
            /**
             * @description Of a webhook: updates of this field alone; null is any.
             * @example shippingAddress.city
             */
            field?: string | null;
            /**
             * @description Of a webhook: requests at the same time, 1 to 50. With 1 each waits for the success of the one before.
             * @example 1
             */
            concurrency?: string | null;
            /** @enum {string|null} */
            authType?: "basic" | "bearer" | null;
            username?: string | null;
            /** @description With `basic`. Answers have `********` in its place, but for the answer to the POST that carried it; sent back, that changes nothing. A webhook that moves to another host needs it again. */
            password?: string | null;
            /** @description With `bearer`. Answers have `********` in its place, but for the answer to the POST that carried it; sent back, that changes nothing. A webhook that moves to another host needs it again. */
            token?: string | null;
        };
        "Workflow-Put": {
            /** @example https://shop.example */
            title?: string;
            /**
             * @description `webhook`, or `integration-` and the kind of system.
             * @example integration-woocommerce
             */
            type?: string;
            notificationEmails?: string[];
            enabled?: boolean;
            /**
             * @description Of a webhook: for how long changes are gathered, `immediately` or `5 minutes` to `6 hours`.
             * @example immediately
             */
            period?: string;
            /** @description Of a webhook: the integration that it belongs to, and is deleted with. */
            integration?: string | components["schemas"]["Workflow-Post"] | null;
            firstTimeSetupPassed?: boolean;
            /**
             * @description Of a webhook: where it is told.
             * @example https://shop.example/orders/1
             */
            url?: string | "" | null;
            /**
             * @description Of a webhook: what it is about; null is everything.
             * @enum {string|null}
             */
            entity?: "shipments" | "shipment_items" | "orders" | "order_items" | "reviews" | null;
            /**
             * @description Of a webhook: what has happened; null is anything.
             * @enum {string|null}
             */
            event?: "create" | "update" | "delete" | null;
            /**
             * @description Of a webhook: updates of this field alone; null is any.
             * @example shippingAddress.city
             */
            field?: string | null;
            /**
             * @description Of a webhook: requests at the same time, 1 to 50. With 1 each waits for the success of the one before.
             * @example 1
             */
            concurrency?: string | null;
            /** @enum {string|null} */
            authType?: "basic" | "bearer" | null;
            username?: string | null;
            /** @description With `basic`. Answers have `********` in its place, but for the answer to the POST that carried it; sent back, that changes nothing. A webhook that moves to another host needs it again. */
            password?: string | null;
            /** @description With `bearer`. Answers have `********` in its place, but for the answer to the POST that carried it; sent back, that changes nothing. A webhook that moves to another host needs it again. */
            token?: string | null;
        };
        "WorkflowCollection-Get.jsonld": components["schemas"]["HydraCollection"] & {
            "hydra:member"?: components["schemas"]["Workflow-Get.jsonld"][];
        };
        "WorkflowCollection-Getc.jsonld": components["schemas"]["HydraCollection"] & {
            "hydra:member"?: components["schemas"]["Workflow-Getc.jsonld"][];
        };
        /** @description A request to a webhook, and what came of it. */
        "WorkflowRun-Get": {
            /**
             * Format: iri-reference
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workflow: string;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            updatedAt: string;
            /** @enum {string} */
            status: "success" | "failed" | "dead";
            /** @description Milliseconds. */
            duration: number | null;
            /** @description The HTTP status of the answer; null without one. */
            responseCode: number | null;
            /** @description How often the same was tried, with this time. */
            attempt: number | null;
            /** @description How many changes it told of. */
            elements: number | null;
            /** @description The `webhook-id` of the request. */
            messageId: string | null;
            /** @description The beginning of the answer. */
            log: string | null;
            /** @description Why it failed. */
            errors: string | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            deletedAt: string | null;
            /**
             * Format: iri-reference
             * @example /workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspace: string;
            deleted: boolean;
        };
        /** @description A request to a webhook, and what came of it. */
        "WorkflowRun-Get.jsonld": {
            /**
             * Format: iri-reference
             * @description On the outermost object only.
             * @example /contexts/WorkflowRun
             */
            "@context"?: string;
            /**
             * Format: iri-reference
             * @example /workflow_runs/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            "@id": string;
            /** @constant */
            "@type": "WorkflowRun";
            /**
             * Format: iri-reference
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workflow: string;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            updatedAt: string;
            /** @enum {string} */
            status: "success" | "failed" | "dead";
            /** @description Milliseconds. */
            duration: number | null;
            /** @description The HTTP status of the answer; null without one. */
            responseCode: number | null;
            /** @description How often the same was tried, with this time. */
            attempt: number | null;
            /** @description How many changes it told of. */
            elements: number | null;
            /** @description The `webhook-id` of the request. */
            messageId: string | null;
            /** @description The beginning of the answer. */
            log: string | null;
            /** @description Why it failed. */
            errors: string | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            deletedAt: string | null;
            /**
             * Format: iri-reference
             * @example /workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workspace: string;
            deleted: boolean;
        };
        /** @description A request to a webhook, and what came of it. */
        "WorkflowRun-Getc": {
            /**
             * Format: iri-reference
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workflow: string;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            updatedAt: string;
            /** @enum {string} */
            status: "success" | "failed" | "dead";
            /** @description Milliseconds. */
            duration: number | null;
            /** @description The HTTP status of the answer; null without one. */
            responseCode: number | null;
            /** @description How often the same was tried, with this time. */
            attempt: number | null;
            /** @description How many changes it told of. */
            elements: number | null;
            /** @description The `webhook-id` of the request. */
            messageId: string | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
        };
        /** @description A request to a webhook, and what came of it. */
        "WorkflowRun-Getc.jsonld": {
            /**
             * Format: iri-reference
             * @description On the outermost object only.
             * @example /contexts/WorkflowRun
             */
            "@context"?: string;
            /**
             * Format: iri-reference
             * @example /workflow_runs/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            "@id": string;
            /** @constant */
            "@type": "WorkflowRun";
            /**
             * Format: iri-reference
             * @example /workflows/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            workflow: string;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-01-02T10:01:00+00:00
             */
            updatedAt: string;
            /** @enum {string} */
            status: "success" | "failed" | "dead";
            /** @description Milliseconds. */
            duration: number | null;
            /** @description The HTTP status of the answer; null without one. */
            responseCode: number | null;
            /** @description How often the same was tried, with this time. */
            attempt: number | null;
            /** @description How many changes it told of. */
            elements: number | null;
            /** @description The `webhook-id` of the request. */
            messageId: string | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
        };
        "WorkflowRunCollection-Get.jsonld": components["schemas"]["HydraCollection"] & {
            "hydra:member"?: components["schemas"]["WorkflowRun-Get.jsonld"][];
        };
        "WorkflowRunCollection-Getc.jsonld": components["schemas"]["HydraCollection"] & {
            "hydra:member"?: components["schemas"]["WorkflowRun-Getc.jsonld"][];
        };
        /** @description A shop or warehouse of a team: orders and shipments belong to it. */
        "Workspace-Get": {
            /**
             * Format: iri-reference
             * @description The answer to a POST has the team itself.
             * @example /teams/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            team: string;
            /** @example Main shop */
            title: string;
            /**
             * Format: iri-reference
             * @example /tracking_pages/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            defaultTrackingPage: string | null;
            shipmentsCount: number;
            ordersCount: number;
            workflowsCount: number;
            workflowsOrder: string[];
            logo: Record<string, never> | null;
            emailSettings: Record<string, never>;
            /** @description Codes of carriers. */
            preferredCarriers: string[];
            considerShipmentDelayed: Record<string, never>;
            widgets: string[];
            scheduledForDelete: boolean;
            /** @description The kind of shop that it is connected to. */
            ecommerceIntegrationType: string | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
        };
        /** @description A shop or warehouse of a team: orders and shipments belong to it. */
        "Workspace-Get.jsonld": {
            /**
             * Format: iri-reference
             * @description On the outermost object only.
             * @example /contexts/Workspace
             */
            "@context"?: string;
            /**
             * Format: iri-reference
             * @example /workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            "@id": string;
            /** @constant */
            "@type": "Workspace";
            /**
             * Format: iri-reference
             * @description The answer to a POST has the team itself.
             * @example /teams/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            team: string;
            /** @example Main shop */
            title: string;
            /**
             * Format: iri-reference
             * @example /tracking_pages/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            defaultTrackingPage: string | null;
            shipmentsCount: number;
            ordersCount: number;
            workflowsCount: number;
            workflowsOrder: string[];
            logo: Record<string, never> | null;
            emailSettings: Record<string, never>;
            /** @description Codes of carriers. */
            preferredCarriers: string[];
            considerShipmentDelayed: Record<string, never>;
            widgets: string[];
            scheduledForDelete: boolean;
            /** @description The kind of shop that it is connected to. */
            ecommerceIntegrationType: string | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
        };
        /** @description A shop or warehouse of a team: orders and shipments belong to it. */
        "Workspace-Getp": {
            /** @description The answer to a POST has the team itself. */
            team: components["schemas"]["Team-Getp"];
            /** @example Main shop */
            title: string;
            /**
             * Format: iri-reference
             * @example /tracking_pages/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            defaultTrackingPage: string | null;
            shipmentsCount: number;
            ordersCount: number;
            workflowsCount: number;
            workflowsOrder: string[];
            logo: Record<string, never> | null;
            emailSettings: Record<string, never>;
            /** @description Codes of carriers. */
            preferredCarriers: string[];
            considerShipmentDelayed: Record<string, never>;
            widgets: string[];
            scheduledForDelete: boolean;
            /** @description The kind of shop that it is connected to. */
            ecommerceIntegrationType: string | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
        };
        /** @description A shop or warehouse of a team: orders and shipments belong to it. */
        "Workspace-Getp.jsonld": {
            /**
             * Format: iri-reference
             * @description On the outermost object only.
             * @example /contexts/Workspace
             */
            "@context"?: string;
            /**
             * Format: iri-reference
             * @example /workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            "@id": string;
            /** @constant */
            "@type": "Workspace";
            /** @description The answer to a POST has the team itself. */
            team: components["schemas"]["Team-Getp.jsonld"];
            /** @example Main shop */
            title: string;
            /**
             * Format: iri-reference
             * @example /tracking_pages/3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            defaultTrackingPage: string | null;
            shipmentsCount: number;
            ordersCount: number;
            workflowsCount: number;
            workflowsOrder: string[];
            logo: Record<string, never> | null;
            emailSettings: Record<string, never>;
            /** @description Codes of carriers. */
            preferredCarriers: string[];
            considerShipmentDelayed: Record<string, never>;
            widgets: string[];
            scheduledForDelete: boolean;
            /** @description The kind of shop that it is connected to. */
            ecommerceIntegrationType: string | null;
            /**
             * Format: uuid
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            id: string;
        };
        "Workspace-Post": {
            /** @description The answer to a POST has the team itself. */
            team: string | components["schemas"]["Team-Post"];
            /** @example Main shop */
            title: string;
            defaultTrackingPage?: string | components["schemas"]["TrackingPage-Embedded"] | null;
            workflowsOrder?: string[];
            emailSettings?: Record<string, never>;
            /** @description Codes of carriers. */
            preferredCarriers?: string[];
            considerShipmentDelayed?: Record<string, never>;
        };
        "Workspace-Put": {
            /** @example Main shop */
            title?: string;
            defaultTrackingPage?: string | components["schemas"]["TrackingPage-Embedded"] | null;
            workflowsOrder?: string[];
            emailSettings?: Record<string, never>;
            /** @description Codes of carriers. */
            preferredCarriers?: string[];
            considerShipmentDelayed?: Record<string, never>;
        };
        "WorkspaceCollection-Get.jsonld": components["schemas"]["HydraCollection"] & {
            "hydra:member"?: components["schemas"]["Workspace-Get.jsonld"][];
        };
    };
    responses: {
        /** @description The client has it already. */
        NotModified: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description None of the media types that the client accepts. */
        NotAcceptable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/ld+json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It is not there, or not for this client. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/ld+json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no token, or no good one. */
        Unauthorized: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Unauthorized"];
            };
        };
        /** @description This client, or its user in this team, may not do this. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/ld+json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It was tried too often lately. */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/ld+json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The database does not answer. */
        ServiceUnavailable: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/ld+json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body did not arrive in time. */
        RequestTimeout: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/ld+json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large. */
        ContentTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/ld+json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body has a media type that is not read here. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/ld+json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body makes no sense, or is refused: `violations` says why. */
        Refusal: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/ld+json": components["schemas"]["Error"] | components["schemas"]["ConstraintViolationList"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Writes collided, or the first request with this Idempotency-Key is still running. Nothing was written; it may be sent again. */
        Conflict: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/ld+json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The Idempotency-Key was used for another request within the last 24 hours. */
        IdempotencyKeyReused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/ld+json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request makes no sense. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/ld+json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The item has changed since the client read it. */
        PreconditionFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/ld+json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description `get` gives the members all fields of an item. */
        "query.groups__": string[];
        /** @description The ETag of an answer that the client has: 304 while it is the same. */
        "header.If-None-Match": string;
        /** @description What the token is asked for with. */
        "query.grant_type": "client_credentials" | "authorization_code" | "refresh_token";
        /** @description The client's id. */
        "query.client_id": string;
        /** @description The client's secret; public clients have none. */
        "query.client_secret": string;
        /** @description Of `authorization_code`: from `/oauth/v2/auth`. */
        "query.code": string;
        /** @description As the authorization request had it. */
        "query.redirect_uri": string;
        /** @description PKCE: what the challenge was made of. */
        "query.code_verifier": string;
        /** @description Of `refresh_token`: good once. */
        "query.refresh_token": string;
        /** @description What comes back. */
        "query.response_type": "code";
        /** @description The client's `publicId`. */
        "query.client_id-2": string;
        /** @description One of the client’s `redirectUris`, exactly; may be left out where it has just one. */
        "query.redirect_uri-2": string;
        /** @description Some of what the client may; without it all of that. */
        "query.scope": string;
        /** @description Comes back as it was. */
        "query.state": string;
        /** @description PKCE: SHA-256 of the verifier, in base64url. A client without a secret needs it. */
        "query.code_challenge": string;
        /** @description How the challenge was made. */
        "query.code_challenge_method": "S256";
        /** @description The path in the dashboard to come back to. */
        "query.return_to": string;
        /** @description As authorization has answered it. */
        "query.code-2": string;
        /** @description As authorization has answered it. */
        "query.state-2": string;
        /** @description The same key and body within 24 hours answers the first answer again, with `Idempotency-Replayed: true`. */
        "header.Idempotency-Key": string;
        /** @description The SHA-256 of the body, a slash and the key of 17TRACK, in hexadecimal digits. */
        "header.sign": string;
        /** @description What to listen to, as often as needed: an IRI (`/shipments/…`, `/workspaces/…/shipments`), a URI template (`/shipments/{id}`), or `*`. */
        "query.topic": string[];
        /** @description The id of the last event that was received, or `earliest`: what has been since then, of the last 24 hours, comes first. */
        "query.lastEventID": string;
        /** @description As `lastEventID`, and before it: what EventSource sends when it connects again. */
        "header.Last-Event-ID": string;
        /** @description Which page, from 1. */
        "query.page": number;
        /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
        "query.itemsPerPage": number;
        /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
        "header.Prefer": string;
        /** @description The ETag of the item as the client knows it: 412 when it has changed. */
        "header.If-Match": string;
        /** @description Sorts by `createdAt`. Several sort in the order in which they are sent. */
        "query.order-createdAt": "asc" | "desc";
        /** @description Sorts by `id`. Several sort in the order in which they are sent. */
        "query.order-id": "asc" | "desc";
        /** @description Sorts by `orderNumber`. Several sort in the order in which they are sent. */
        "query.order-orderNumber": "asc" | "desc";
        /** @description Sorts by `email`. Several sort in the order in which they are sent. */
        "query.order-email": "asc" | "desc";
        /** @description Sorts by `phoneNumber`. Several sort in the order in which they are sent. */
        "query.order-phoneNumber": "asc" | "desc";
        /** @description Sorts by `orderStatus.code`. Several sort in the order in which they are sent. */
        "query.order-orderStatus.code": "asc" | "desc";
        /** @description Sorts by `subtotal`. Several sort in the order in which they are sent. */
        "query.order-subtotal": "asc" | "desc";
        /** @description Sorts by `total`. Several sort in the order in which they are sent. */
        "query.order-total": "asc" | "desc";
        /** @description Sorts by `updatedAt`. Several sort in the order in which they are sent. */
        "query.order-updatedAt": "asc" | "desc";
        /** @description Sorts by `shippingAddress.addressLine1`. Several sort in the order in which they are sent. */
        "query.order-shippingAddress.addressLine1": "asc" | "desc";
        /** @description Sorts by `shippingAddress.addressLine2`. Several sort in the order in which they are sent. */
        "query.order-shippingAddress.addressLine2": "asc" | "desc";
        /** @description Sorts by `shippingAddress.city`. Several sort in the order in which they are sent. */
        "query.order-shippingAddress.city": "asc" | "desc";
        /** @description Sorts by `shippingAddress.company`. Several sort in the order in which they are sent. */
        "query.order-shippingAddress.company": "asc" | "desc";
        /** @description Sorts by `shippingAddress.countryIso2`. Several sort in the order in which they are sent. */
        "query.order-shippingAddress.countryIso2": "asc" | "desc";
        /** @description Sorts by `shippingAddress.firstName`. Several sort in the order in which they are sent. */
        "query.order-shippingAddress.firstName": "asc" | "desc";
        /** @description Sorts by `shippingAddress.lastName`. Several sort in the order in which they are sent. */
        "query.order-shippingAddress.lastName": "asc" | "desc";
        /** @description Sorts by `shippingAddress.postcode`. Several sort in the order in which they are sent. */
        "query.order-shippingAddress.postcode": "asc" | "desc";
        /** @description Sorts by `shippingAddress.state`. Several sort in the order in which they are sent. */
        "query.order-shippingAddress.state": "asc" | "desc";
        /** @description Sorts by `billingAddress.addressLine1`. Several sort in the order in which they are sent. */
        "query.order-billingAddress.addressLine1": "asc" | "desc";
        /** @description Sorts by `billingAddress.addressLine2`. Several sort in the order in which they are sent. */
        "query.order-billingAddress.addressLine2": "asc" | "desc";
        /** @description Sorts by `billingAddress.city`. Several sort in the order in which they are sent. */
        "query.order-billingAddress.city": "asc" | "desc";
        /** @description Sorts by `billingAddress.company`. Several sort in the order in which they are sent. */
        "query.order-billingAddress.company": "asc" | "desc";
        /** @description Sorts by `billingAddress.countryIso2`. Several sort in the order in which they are sent. */
        "query.order-billingAddress.countryIso2": "asc" | "desc";
        /** @description Sorts by `billingAddress.firstName`. Several sort in the order in which they are sent. */
        "query.order-billingAddress.firstName": "asc" | "desc";
        /** @description Sorts by `billingAddress.lastName`. Several sort in the order in which they are sent. */
        "query.order-billingAddress.lastName": "asc" | "desc";
        /** @description Sorts by `billingAddress.postcode`. Several sort in the order in which they are sent. */
        "query.order-billingAddress.postcode": "asc" | "desc";
        /** @description Sorts by `billingAddress.state`. Several sort in the order in which they are sent. */
        "query.order-billingAddress.state": "asc" | "desc";
        /** @description Sorts by `fulfillmentStatus`. Several sort in the order in which they are sent. */
        "query.order-fulfillmentStatus": "asc" | "desc";
        /** @description Sorts by `shipmentsWithoutTrackingCount`. Several sort in the order in which they are sent. */
        "query.order-shipmentsWithoutTrackingCount": "asc" | "desc";
        /** @description `id` equals this. */
        "query.id": string;
        /** @description `id` equals one of these. */
        "query.id__": string[];
        /** @description `orderNumber` contains this, without regard to case. */
        "query.orderNumber": string;
        /** @description `email` contains this, without regard to case. */
        "query.email": string;
        /** @description `phoneNumber` contains this, without regard to case. */
        "query.phoneNumber": string;
        /** @description `orderStatus.code` equals this. */
        "query.orderStatus.code": string;
        /** @description `orderStatus.code` equals one of these. */
        "query.orderStatus.code__": string[];
        /** @description `orderType` equals this. */
        "query.orderType": string;
        /** @description `orderType` equals one of these. */
        "query.orderType__": string[];
        /** @description `shippingAddress.addressLine1` contains this, without regard to case. */
        "query.shippingAddress.addressLine1": string;
        /** @description `shippingAddress.addressLine2` contains this, without regard to case. */
        "query.shippingAddress.addressLine2": string;
        /** @description `shippingAddress.city` contains this, without regard to case. */
        "query.shippingAddress.city": string;
        /** @description `shippingAddress.company` contains this, without regard to case. */
        "query.shippingAddress.company": string;
        /** @description `shippingAddress.countryIso2` equals this. */
        "query.shippingAddress.countryIso2": string;
        /** @description `shippingAddress.countryIso2` equals one of these. */
        "query.shippingAddress.countryIso2__": string[];
        /** @description `shippingAddress.firstName` contains this, without regard to case. */
        "query.shippingAddress.firstName": string;
        /** @description `shippingAddress.lastName` contains this, without regard to case. */
        "query.shippingAddress.lastName": string;
        /** @description `shippingAddress.postcode` contains this, without regard to case. */
        "query.shippingAddress.postcode": string;
        /** @description `shippingAddress.state` contains this, without regard to case. */
        "query.shippingAddress.state": string;
        /** @description `billingAddress.addressLine1` contains this, without regard to case. */
        "query.billingAddress.addressLine1": string;
        /** @description `billingAddress.addressLine2` contains this, without regard to case. */
        "query.billingAddress.addressLine2": string;
        /** @description `billingAddress.city` contains this, without regard to case. */
        "query.billingAddress.city": string;
        /** @description `billingAddress.company` contains this, without regard to case. */
        "query.billingAddress.company": string;
        /** @description `billingAddress.countryIso2` equals this. */
        "query.billingAddress.countryIso2": string;
        /** @description `billingAddress.countryIso2` equals one of these. */
        "query.billingAddress.countryIso2__": string[];
        /** @description `billingAddress.firstName` contains this, without regard to case. */
        "query.billingAddress.firstName": string;
        /** @description `billingAddress.lastName` contains this, without regard to case. */
        "query.billingAddress.lastName": string;
        /** @description `billingAddress.postcode` contains this, without regard to case. */
        "query.billingAddress.postcode": string;
        /** @description `billingAddress.state` contains this, without regard to case. */
        "query.billingAddress.state": string;
        /** @description `fulfillmentStatus` equals this. */
        "query.fulfillmentStatus": string;
        /** @description `fulfillmentStatus` equals one of these. */
        "query.fulfillmentStatus__": string[];
        /** @description `subtotal` equals this. */
        "query.subtotal": string;
        /** @description `subtotal` equals one of these. */
        "query.subtotal__": string[];
        /** @description `total` equals this. */
        "query.total": string;
        /** @description `total` equals one of these. */
        "query.total__": string[];
        /** @description `currency` contains this, without regard to case. */
        "query.currency": string;
        /** @description `shipmentsWithoutTrackingCount` equals this. */
        "query.shipmentsWithoutTrackingCount": number;
        /** @description `shipmentsWithoutTrackingCount` equals one of these. */
        "query.shipmentsWithoutTrackingCount__": number[];
        /** @description `subtotal` is between two numbers, both included. */
        "query.subtotal-between": string;
        /** @description `subtotal` is greater than this number. */
        "query.subtotal-gt": string;
        /** @description `subtotal` is at least this number. */
        "query.subtotal-gte": string;
        /** @description `subtotal` is less than this number. */
        "query.subtotal-lt": string;
        /** @description `subtotal` is at most this number. */
        "query.subtotal-lte": string;
        /** @description `total` is between two numbers, both included. */
        "query.total-between": string;
        /** @description `total` is greater than this number. */
        "query.total-gt": string;
        /** @description `total` is at least this number. */
        "query.total-gte": string;
        /** @description `total` is less than this number. */
        "query.total-lt": string;
        /** @description `total` is at most this number. */
        "query.total-lte": string;
        /** @description `shipmentsWithoutTrackingCount` is between two numbers, both included. */
        "query.shipmentsWithoutTrackingCount-between": string;
        /** @description `shipmentsWithoutTrackingCount` is greater than this number. */
        "query.shipmentsWithoutTrackingCount-gt": string;
        /** @description `shipmentsWithoutTrackingCount` is at least this number. */
        "query.shipmentsWithoutTrackingCount-gte": string;
        /** @description `shipmentsWithoutTrackingCount` is less than this number. */
        "query.shipmentsWithoutTrackingCount-lt": string;
        /** @description `shipmentsWithoutTrackingCount` is at most this number. */
        "query.shipmentsWithoutTrackingCount-lte": string;
        /** @description `createdAt` is at or before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
        "query.createdAt-before": string;
        /** @description `createdAt` is before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
        "query.createdAt-strictly_before": string;
        /** @description `createdAt` is at or after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
        "query.createdAt-after": string;
        /** @description `createdAt` is after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
        "query.createdAt-strictly_after": string;
        /** @description `updatedAt` is at or before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
        "query.updatedAt-before": string;
        /** @description `updatedAt` is before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
        "query.updatedAt-strictly_before": string;
        /** @description `updatedAt` is at or after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
        "query.updatedAt-after": string;
        /** @description `updatedAt` is after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
        "query.updatedAt-strictly_after": string;
        /** @description `orderNumber` has no value, or an empty one; `false`: the others. */
        "query.empty-orderNumber": boolean;
        /** @description `currency` has no value, or an empty one; `false`: the others. */
        "query.empty-currency": boolean;
        /** @description `email` has no value, or an empty one; `false`: the others. */
        "query.empty-email": boolean;
        /** @description `phoneNumber` has no value, or an empty one; `false`: the others. */
        "query.empty-phoneNumber": boolean;
        /** @description `shippingAddress.addressLine1` has no value, or an empty one; `false`: the others. */
        "query.empty-shippingAddress.addressLine1": boolean;
        /** @description `shippingAddress.addressLine2` has no value, or an empty one; `false`: the others. */
        "query.empty-shippingAddress.addressLine2": boolean;
        /** @description `shippingAddress.city` has no value, or an empty one; `false`: the others. */
        "query.empty-shippingAddress.city": boolean;
        /** @description `shippingAddress.company` has no value, or an empty one; `false`: the others. */
        "query.empty-shippingAddress.company": boolean;
        /** @description `shippingAddress.firstName` has no value, or an empty one; `false`: the others. */
        "query.empty-shippingAddress.firstName": boolean;
        /** @description `shippingAddress.lastName` has no value, or an empty one; `false`: the others. */
        "query.empty-shippingAddress.lastName": boolean;
        /** @description `shippingAddress.postcode` has no value, or an empty one; `false`: the others. */
        "query.empty-shippingAddress.postcode": boolean;
        /** @description `shippingAddress.state` has no value, or an empty one; `false`: the others. */
        "query.empty-shippingAddress.state": boolean;
        /** @description `billingAddress.addressLine1` has no value, or an empty one; `false`: the others. */
        "query.empty-billingAddress.addressLine1": boolean;
        /** @description `billingAddress.addressLine2` has no value, or an empty one; `false`: the others. */
        "query.empty-billingAddress.addressLine2": boolean;
        /** @description `billingAddress.city` has no value, or an empty one; `false`: the others. */
        "query.empty-billingAddress.city": boolean;
        /** @description `billingAddress.company` has no value, or an empty one; `false`: the others. */
        "query.empty-billingAddress.company": boolean;
        /** @description `billingAddress.firstName` has no value, or an empty one; `false`: the others. */
        "query.empty-billingAddress.firstName": boolean;
        /** @description `billingAddress.lastName` has no value, or an empty one; `false`: the others. */
        "query.empty-billingAddress.lastName": boolean;
        /** @description `billingAddress.postcode` has no value, or an empty one; `false`: the others. */
        "query.empty-billingAddress.postcode": boolean;
        /** @description `billingAddress.state` has no value, or an empty one; `false`: the others. */
        "query.empty-billingAddress.state": boolean;
        /** @description The id of a webhook that is not told of this change, because its owner makes it. Empty is none. */
        "query.ignoreWebhookId": string;
        /** @description `workspace.id` equals this. */
        "query.workspace.id": string;
        /** @description `workspace.id` equals one of these. */
        "query.workspace.id__": string[];
        /** @description `productName` contains this, without regard to case. */
        "query.productName": string;
        /** @description `price` equals this. */
        "query.price": string;
        /** @description `price` equals one of these. */
        "query.price__": string[];
        /** @description `qty` equals this. */
        "query.qty": number;
        /** @description `qty` equals one of these. */
        "query.qty__": number[];
        /** @description `qty` is between two numbers, both included. */
        "query.qty-between": string;
        /** @description `qty` is greater than this number. */
        "query.qty-gt": string;
        /** @description `qty` is at least this number. */
        "query.qty-gte": string;
        /** @description `qty` is less than this number. */
        "query.qty-lt": string;
        /** @description `qty` is at most this number. */
        "query.qty-lte": string;
        /** @description `price` is between two numbers, both included. */
        "query.price-between": string;
        /** @description `price` is greater than this number. */
        "query.price-gt": string;
        /** @description `price` is at least this number. */
        "query.price-gte": string;
        /** @description `price` is less than this number. */
        "query.price-lt": string;
        /** @description `price` is at most this number. */
        "query.price-lte": string;
        /** @description Sorts by `productName`. Several sort in the order in which they are sent. */
        "query.order-productName": "asc" | "desc";
        /** @description Sorts by `qty`. Several sort in the order in which they are sent. */
        "query.order-qty": "asc" | "desc";
        /** @description Sorts by `price`. Several sort in the order in which they are sent. */
        "query.order-price": "asc" | "desc";
        /** @description Sorts by `trackingNumber`. Several sort in the order in which they are sent. */
        "query.order-trackingNumber": "asc" | "desc";
        /** @description Sorts by `trackingStatus`. Several sort in the order in which they are sent. */
        "query.order-trackingStatus": "asc" | "desc";
        /** @description Sorts by `shipmentStatus.code`. Several sort in the order in which they are sent. */
        "query.order-shipmentStatus.code": "asc" | "desc";
        /** @description Sorts by `originCarrier`. Several sort in the order in which they are sent. */
        "query.order-originCarrier": "asc" | "desc";
        /** @description Sorts by `destinationCarrier`. Several sort in the order in which they are sent. */
        "query.order-destinationCarrier": "asc" | "desc";
        /** @description Sorts by `shippedAt`. Several sort in the order in which they are sent. */
        "query.order-shippedAt": "asc" | "desc";
        /** @description Sorts by `lastStatusUpdate`. Several sort in the order in which they are sent. */
        "query.order-lastStatusUpdate": "asc" | "desc";
        /** @description Sorts by `expectedDeliveryDate`. Several sort in the order in which they are sent. */
        "query.order-expectedDeliveryDate": "asc" | "desc";
        /** @description Sorts by `originCountry`. Several sort in the order in which they are sent. */
        "query.order-originCountry": "asc" | "desc";
        /** @description Sorts by `destinationCountry`. Several sort in the order in which they are sent. */
        "query.order-destinationCountry": "asc" | "desc";
        /** @description Sorts by `originCountryIso2`. Several sort in the order in which they are sent. */
        "query.order-originCountryIso2": "asc" | "desc";
        /** @description Sorts by `destinationCountryIso2`. Several sort in the order in which they are sent. */
        "query.order-destinationCountryIso2": "asc" | "desc";
        /** @description Sorts by `daysInTransit`. Several sort in the order in which they are sent. */
        "query.order-daysInTransit": "asc" | "desc";
        /** @description Sorts by `reviewTotalScore`. Several sort in the order in which they are sent. */
        "query.order-reviewTotalScore": "asc" | "desc";
        /** @description Sorts by `address.addressLine1`. Several sort in the order in which they are sent. */
        "query.order-address.addressLine1": "asc" | "desc";
        /** @description Sorts by `address.addressLine2`. Several sort in the order in which they are sent. */
        "query.order-address.addressLine2": "asc" | "desc";
        /** @description Sorts by `address.city`. Several sort in the order in which they are sent. */
        "query.order-address.city": "asc" | "desc";
        /** @description Sorts by `address.company`. Several sort in the order in which they are sent. */
        "query.order-address.company": "asc" | "desc";
        /** @description Sorts by `address.countryIso2`. Several sort in the order in which they are sent. */
        "query.order-address.countryIso2": "asc" | "desc";
        /** @description Sorts by `address.firstName`. Several sort in the order in which they are sent. */
        "query.order-address.firstName": "asc" | "desc";
        /** @description Sorts by `address.lastName`. Several sort in the order in which they are sent. */
        "query.order-address.lastName": "asc" | "desc";
        /** @description Sorts by `address.postcode`. Several sort in the order in which they are sent. */
        "query.order-address.postcode": "asc" | "desc";
        /** @description Sorts by `address.state`. Several sort in the order in which they are sent. */
        "query.order-address.state": "asc" | "desc";
        /** @description Sorts by `daysInIdle`. Several sort in the order in which they are sent. */
        "query.order-daysInIdle": "asc" | "desc";
        /** @description Sorts by `orderNumbers`. Several sort in the order in which they are sent. */
        "query.order-orderNumbers": "asc" | "desc";
        /** @description `orderNumbers` equals this. */
        "query.orderNumbers": string;
        /** @description `orderNumbers` equals one of these. */
        "query.orderNumbers__": string[];
        /** @description `shippedAt` is at or before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
        "query.shippedAt-before": string;
        /** @description `shippedAt` is before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
        "query.shippedAt-strictly_before": string;
        /** @description `shippedAt` is at or after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
        "query.shippedAt-after": string;
        /** @description `shippedAt` is after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
        "query.shippedAt-strictly_after": string;
        /** @description `lastStatusUpdate` is at or before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
        "query.lastStatusUpdate-before": string;
        /** @description `lastStatusUpdate` is before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
        "query.lastStatusUpdate-strictly_before": string;
        /** @description `lastStatusUpdate` is at or after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
        "query.lastStatusUpdate-after": string;
        /** @description `lastStatusUpdate` is after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
        "query.lastStatusUpdate-strictly_after": string;
        /** @description `expectedDeliveryDate` is at or before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
        "query.expectedDeliveryDate-before": string;
        /** @description `expectedDeliveryDate` is before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
        "query.expectedDeliveryDate-strictly_before": string;
        /** @description `expectedDeliveryDate` is at or after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
        "query.expectedDeliveryDate-after": string;
        /** @description `expectedDeliveryDate` is after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
        "query.expectedDeliveryDate-strictly_after": string;
        /** @description `trackingNumber` contains this, without regard to case. */
        "query.trackingNumber": string;
        /** @description `trackingStatus` equals this. */
        "query.trackingStatus": string;
        /** @description `trackingStatus` equals one of these. */
        "query.trackingStatus__": string[];
        /** @description `shipmentStatus.code` equals this. */
        "query.shipmentStatus.code": string;
        /** @description `shipmentStatus.code` equals one of these. */
        "query.shipmentStatus.code__": string[];
        /** @description `originCarrier` equals this. */
        "query.originCarrier": string;
        /** @description `originCarrier` equals one of these. */
        "query.originCarrier__": string[];
        /** @description `destinationCarrier` equals this. */
        "query.destinationCarrier": string;
        /** @description `destinationCarrier` equals one of these. */
        "query.destinationCarrier__": string[];
        /** @description `originCountry` contains this, without regard to case. */
        "query.originCountry": string;
        /** @description `originCountryIso2` equals this. */
        "query.originCountryIso2": string;
        /** @description `originCountryIso2` equals one of these. */
        "query.originCountryIso2__": string[];
        /** @description `destinationCountry` contains this, without regard to case. */
        "query.destinationCountry": string;
        /** @description `destinationCountryIso2` equals this. */
        "query.destinationCountryIso2": string;
        /** @description `destinationCountryIso2` equals one of these. */
        "query.destinationCountryIso2__": string[];
        /** @description `address.addressLine1` contains this, without regard to case. */
        "query.address.addressLine1": string;
        /** @description `address.addressLine2` contains this, without regard to case. */
        "query.address.addressLine2": string;
        /** @description `address.city` contains this, without regard to case. */
        "query.address.city": string;
        /** @description `address.company` contains this, without regard to case. */
        "query.address.company": string;
        /** @description `address.countryIso2` equals this. */
        "query.address.countryIso2": string;
        /** @description `address.countryIso2` equals one of these. */
        "query.address.countryIso2__": string[];
        /** @description `address.firstName` contains this, without regard to case. */
        "query.address.firstName": string;
        /** @description `address.lastName` contains this, without regard to case. */
        "query.address.lastName": string;
        /** @description `address.postcode` contains this, without regard to case. */
        "query.address.postcode": string;
        /** @description `address.state` contains this, without regard to case. */
        "query.address.state": string;
        /** @description `daysInTransit` equals this. */
        "query.daysInTransit": number;
        /** @description `daysInTransit` equals one of these. */
        "query.daysInTransit__": number[];
        /** @description `daysInIdle` equals this. */
        "query.daysInIdle": number;
        /** @description `daysInIdle` equals one of these. */
        "query.daysInIdle__": number[];
        /** @description `daysInTransit` is between two numbers, both included. */
        "query.daysInTransit-between": string;
        /** @description `daysInTransit` is greater than this number. */
        "query.daysInTransit-gt": string;
        /** @description `daysInTransit` is at least this number. */
        "query.daysInTransit-gte": string;
        /** @description `daysInTransit` is less than this number. */
        "query.daysInTransit-lt": string;
        /** @description `daysInTransit` is at most this number. */
        "query.daysInTransit-lte": string;
        /** @description `reviewTotalScore` is between two numbers, both included. */
        "query.reviewTotalScore-between": string;
        /** @description `reviewTotalScore` is greater than this number. */
        "query.reviewTotalScore-gt": string;
        /** @description `reviewTotalScore` is at least this number. */
        "query.reviewTotalScore-gte": string;
        /** @description `reviewTotalScore` is less than this number. */
        "query.reviewTotalScore-lt": string;
        /** @description `reviewTotalScore` is at most this number. */
        "query.reviewTotalScore-lte": string;
        /** @description `daysInIdle` is between two numbers, both included. */
        "query.daysInIdle-between": string;
        /** @description `daysInIdle` is greater than this number. */
        "query.daysInIdle-gt": string;
        /** @description `daysInIdle` is at least this number. */
        "query.daysInIdle-gte": string;
        /** @description `daysInIdle` is less than this number. */
        "query.daysInIdle-lt": string;
        /** @description `daysInIdle` is at most this number. */
        "query.daysInIdle-lte": string;
        /** @description `orderNumbers` has no value, or an empty one; `false`: the others. */
        "query.empty-orderNumbers": boolean;
        /** @description `trackingNumber` has no value, or an empty one; `false`: the others. */
        "query.empty-trackingNumber": boolean;
        /** @description `address.addressLine1` has no value, or an empty one; `false`: the others. */
        "query.empty-address.addressLine1": boolean;
        /** @description `address.addressLine2` has no value, or an empty one; `false`: the others. */
        "query.empty-address.addressLine2": boolean;
        /** @description `address.city` has no value, or an empty one; `false`: the others. */
        "query.empty-address.city": boolean;
        /** @description `address.company` has no value, or an empty one; `false`: the others. */
        "query.empty-address.company": boolean;
        /** @description `address.firstName` has no value, or an empty one; `false`: the others. */
        "query.empty-address.firstName": boolean;
        /** @description `address.lastName` has no value, or an empty one; `false`: the others. */
        "query.empty-address.lastName": boolean;
        /** @description `address.postcode` has no value, or an empty one; `false`: the others. */
        "query.empty-address.postcode": boolean;
        /** @description `address.state` has no value, or an empty one; `false`: the others. */
        "query.empty-address.state": boolean;
        /** @description `shipment.id` equals this. */
        "query.shipment.id": string;
        /** @description `shipment.id` equals one of these. */
        "query.shipment.id__": string[];
        /** @description `shipment.trackingNumber` contains this, without regard to case. */
        "query.shipment.trackingNumber": string;
        /** @description `orderItem.id` equals this. */
        "query.orderItem.id": string;
        /** @description `orderItem.id` equals one of these. */
        "query.orderItem.id__": string[];
        /** @description `orderItem.order.id` equals this. */
        "query.orderItem.order.id": string;
        /** @description `orderItem.order.id` equals one of these. */
        "query.orderItem.order.id__": string[];
        /** @description Sorts by `checkpointDate`. Several sort in the order in which they are sent. */
        "query.order-checkpointDate": "asc" | "desc";
        /** @description `entity` contains this, without regard to case. */
        "query.entity": string;
        /** @description `code` contains this, without regard to case. */
        "query.code-3": string;
        /** @description `title` contains this, without regard to case. */
        "query.title": string;
        /** @description Sorts by `entity`. Several sort in the order in which they are sent. */
        "query.order-entity": "asc" | "desc";
        /** @description Sorts by `code`. Several sort in the order in which they are sent. */
        "query.order-code": "asc" | "desc";
        /** @description Sorts by `title`. Several sort in the order in which they are sent. */
        "query.order-title": "asc" | "desc";
        /** @description `type` equals this. */
        "query.type": string;
        /** @description `type` equals one of these. */
        "query.type__": string[];
        /** @description `period` equals this. */
        "query.period": string;
        /** @description `period` equals one of these. */
        "query.period__": string[];
        /** @description Workflows have no tags: none is found by one. */
        "query.tag": string;
        /** @description No workflow requires a first set-up: `false` finds all of them, `true` none. */
        "query.first_time_setup_required": string;
        /** @description `firstTimeSetupPassed` is true, or false. */
        "query.firstTimeSetupPassed": boolean;
        /** @description `integration` has a value; `false`: the others. */
        "query.exists-integration": boolean;
        /** @description With 1, what was imported through it goes with it. */
        "query.deleteData": 0 | 1;
        /** @description `status` equals this. */
        "query.status": string;
        /** @description `status` equals one of these. */
        "query.status__": string[];
        /** @description `name` contains this, without regard to case. */
        "query.name": string;
        /** @description Sorts by `name`. Several sort in the order in which they are sent. */
        "query.order-name": "asc" | "desc";
        /** @description `team` equals this. */
        "query.team": string;
        /** @description `team` equals one of these. */
        "query.team__": string[];
        /** @description `product` equals this. */
        "query.product": string;
        /** @description `product` equals one of these. */
        "query.product__": string[];
        /** @description `sku` contains this, without regard to case. */
        "query.sku": string;
        /** @description Sorts by `sku`. Several sort in the order in which they are sent. */
        "query.order-sku": "asc" | "desc";
        /** @description `entity` equals this. */
        "query.entity-2": string;
        /** @description `entity` equals one of these. */
        "query.entity__": string[];
        /** @description `entityId` equals this. */
        "query.entityId": string;
        /** @description `entityId` equals one of these. */
        "query.entityId__": string[];
    };
    requestBodies: never;
    headers: {
        /** @description Names this very answer: for If-None-Match and If-Match. */
        ETag: string;
        /** @description The API's Hydra documentation, and the Mercure hub. Of lists in plain JSON and CSV also, by RFC 8288, what `hydra:view` has in JSON-LD: `next`, `prev`, `first` and `last`, relative to the request. */
        Link: string;
        /** @description The request's id: the client's own, or a new one. Log lines have it. */
        "X-Request-Id": string;
        /** @description How to authenticate. */
        "WWW-Authenticate": string;
        /** @description Seconds until the same request may be sent again. */
        "Retry-After": number;
        /** @description Tokens are not for caches. */
        "Cache-Control": string;
        /** @description This is the first answer to this Idempotency-Key again. */
        "Idempotency-Replayed": "true";
        /** @description The IRI of the new item. */
        Location: string;
        /** @description The event before the first one of the stream; `earliest` where it is not known, and something may be missing. */
        "Last-Event-ID": string;
        /** @description What of Prefer was honoured. */
        "Preference-Applied": string;
        /** @description How many rows all pages have, in plain JSON and CSV: `hydra:totalItems` of JSON-LD. Not there when they were not counted. */
        "X-Total-Count": number;
        /** @description What was done otherwise than the body has it. */
        Warning: string;
        /** @description What PATCH takes. */
        "Accept-Patch": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getTeamCollection: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of teams. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["TeamCollection-Get.jsonld"];
                    "application/json": components["schemas"]["Team-Get"][];
                    /** @example name,workspacesCount,usersCount,entitlements,subscription,billingProvider,shopifyBillingWorkflowId,id */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postTeamCollection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body within 24 hours answers the first answer again, with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["header.Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Acme"
                 *     }
                 */
                "application/ld+json": components["schemas"]["Team-Post"];
                /**
                 * @example {
                 *       "name": "Acme"
                 *     }
                 */
                "application/json": components["schemas"]["Team-Post"];
                /** @example name */
                "text/csv": string;
            };
        };
        responses: {
            /** @description What became of the lines of a CSV. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CsvImport"];
                };
            };
            /** @description The new team. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Team-Get.jsonld"];
                    "application/json": components["schemas"]["Team-Get"];
                    /** @example name,workspacesCount,usersCount,entitlements,subscription,billingProvider,shopifyBillingWorkflowId,id */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getTeamItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The team's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The team. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Accept-Patch": components["headers"]["Accept-Patch"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Team-Get.jsonld"];
                    "application/json": components["schemas"]["Team-Get"];
                    /** @example name,workspacesCount,usersCount,entitlements,subscription,billingProvider,shopifyBillingWorkflowId,id */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    putTeamItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The team's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Acme"
                 *     }
                 */
                "application/ld+json": components["schemas"]["Team-Put"];
                /**
                 * @example {
                 *       "name": "Acme"
                 *     }
                 */
                "application/json": components["schemas"]["Team-Put"];
            };
        };
        responses: {
            /** @description The team as it is now. */
            200: {
                headers: {
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Team-Get.jsonld"];
                    "application/json": components["schemas"]["Team-Get"];
                    /** @example name,workspacesCount,usersCount,entitlements,subscription,billingProvider,shopifyBillingWorkflowId,id */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteTeamItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The team's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    patchTeamItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The team's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Acme"
                 *     }
                 */
                "application/merge-patch+json": components["schemas"]["Team-Put"];
            };
        };
        responses: {
            /** @description The team as it is now. */
            200: {
                headers: {
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Team-Get.jsonld"];
                    "application/json": components["schemas"]["Team-Get"];
                    /** @example name,workspacesCount,usersCount,entitlements,subscription,billingProvider,shopifyBillingWorkflowId,id */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getWorkspaceCollection: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description Sorts by `createdAt`. Several sort in the order in which they are sent. */
                "order[createdAt]"?: components["parameters"]["query.order-createdAt"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of workspaces. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["WorkspaceCollection-Get.jsonld"];
                    "application/json": components["schemas"]["Workspace-Get"][];
                    /** @example team,title,defaultTrackingPage,shipmentsCount,ordersCount,workflowsCount,workflowsOrder,logo,emailSettings,preferredCarriers,considerShipmentDelayed,widgets,scheduledForDelete,ecommerceIntegrationType,id */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postWorkspaceCollection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body within 24 hours answers the first answer again, with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["header.Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "team": "/teams/3fa85f64-5717-4562-b3fc-2c963f66afa6",
                 *       "title": "Main shop"
                 *     }
                 */
                "application/ld+json": components["schemas"]["Workspace-Post"];
                /**
                 * @example {
                 *       "team": "/teams/3fa85f64-5717-4562-b3fc-2c963f66afa6",
                 *       "title": "Main shop"
                 *     }
                 */
                "application/json": components["schemas"]["Workspace-Post"];
                /** @example team,title,defaultTrackingPage,workflowsOrder,emailSettings,preferredCarriers,considerShipmentDelayed */
                "text/csv": string;
            };
        };
        responses: {
            /** @description What became of the lines of a CSV. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CsvImport"];
                };
            };
            /** @description The new workspace. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Workspace-Getp.jsonld"];
                    "application/json": components["schemas"]["Workspace-Getp"];
                    /** @example team,title,defaultTrackingPage,shipmentsCount,ordersCount,workflowsCount,workflowsOrder,logo,emailSettings,preferredCarriers,considerShipmentDelayed,widgets,scheduledForDelete,ecommerceIntegrationType,id */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getWorkspaceItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The workspace's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workspace. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Accept-Patch": components["headers"]["Accept-Patch"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Workspace-Get.jsonld"];
                    "application/json": components["schemas"]["Workspace-Get"];
                    /** @example team,title,defaultTrackingPage,shipmentsCount,ordersCount,workflowsCount,workflowsOrder,logo,emailSettings,preferredCarriers,considerShipmentDelayed,widgets,scheduledForDelete,ecommerceIntegrationType,id */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    putWorkspaceItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The workspace's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Main shop"
                 *     }
                 */
                "application/ld+json": components["schemas"]["Workspace-Put"];
                /**
                 * @example {
                 *       "title": "Main shop"
                 *     }
                 */
                "application/json": components["schemas"]["Workspace-Put"];
            };
        };
        responses: {
            /** @description The workspace as it is now. */
            200: {
                headers: {
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Workspace-Get.jsonld"];
                    "application/json": components["schemas"]["Workspace-Get"];
                    /** @example team,title,defaultTrackingPage,shipmentsCount,ordersCount,workflowsCount,workflowsOrder,logo,emailSettings,preferredCarriers,considerShipmentDelayed,widgets,scheduledForDelete,ecommerceIntegrationType,id */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteWorkspaceItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The workspace's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    patchWorkspaceItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The workspace's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Main shop"
                 *     }
                 */
                "application/merge-patch+json": components["schemas"]["Workspace-Put"];
            };
        };
        responses: {
            /** @description The workspace as it is now. */
            200: {
                headers: {
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Workspace-Get.jsonld"];
                    "application/json": components["schemas"]["Workspace-Get"];
                    /** @example team,title,defaultTrackingPage,shipmentsCount,ordersCount,workflowsCount,workflowsOrder,logo,emailSettings,preferredCarriers,considerShipmentDelayed,widgets,scheduledForDelete,ecommerceIntegrationType,id */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    api_teams_workspaces_get_subresourceTeamSubresource: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description Sorts by `createdAt`. Several sort in the order in which they are sent. */
                "order[createdAt]"?: components["parameters"]["query.order-createdAt"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The team's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of workspaces. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["WorkspaceCollection-Get.jsonld"];
                    "application/json": components["schemas"]["Workspace-Get"][];
                    /** @example team,title,defaultTrackingPage,shipmentsCount,ordersCount,workflowsCount,workflowsOrder,logo,emailSettings,preferredCarriers,considerShipmentDelayed,widgets,scheduledForDelete,ecommerceIntegrationType,id */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getOrderCollection: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description Sorts by `id`. Several sort in the order in which they are sent. */
                "order[id]"?: components["parameters"]["query.order-id"];
                /** @description Sorts by `orderNumber`. Several sort in the order in which they are sent. */
                "order[orderNumber]"?: components["parameters"]["query.order-orderNumber"];
                /** @description Sorts by `email`. Several sort in the order in which they are sent. */
                "order[email]"?: components["parameters"]["query.order-email"];
                /** @description Sorts by `phoneNumber`. Several sort in the order in which they are sent. */
                "order[phoneNumber]"?: components["parameters"]["query.order-phoneNumber"];
                /** @description Sorts by `orderStatus.code`. Several sort in the order in which they are sent. */
                "order[orderStatus.code]"?: components["parameters"]["query.order-orderStatus.code"];
                /** @description Sorts by `subtotal`. Several sort in the order in which they are sent. */
                "order[subtotal]"?: components["parameters"]["query.order-subtotal"];
                /** @description Sorts by `total`. Several sort in the order in which they are sent. */
                "order[total]"?: components["parameters"]["query.order-total"];
                /** @description Sorts by `createdAt`. Several sort in the order in which they are sent. */
                "order[createdAt]"?: components["parameters"]["query.order-createdAt"];
                /** @description Sorts by `updatedAt`. Several sort in the order in which they are sent. */
                "order[updatedAt]"?: components["parameters"]["query.order-updatedAt"];
                /** @description Sorts by `shippingAddress.addressLine1`. Several sort in the order in which they are sent. */
                "order[shippingAddress.addressLine1]"?: components["parameters"]["query.order-shippingAddress.addressLine1"];
                /** @description Sorts by `shippingAddress.addressLine2`. Several sort in the order in which they are sent. */
                "order[shippingAddress.addressLine2]"?: components["parameters"]["query.order-shippingAddress.addressLine2"];
                /** @description Sorts by `shippingAddress.city`. Several sort in the order in which they are sent. */
                "order[shippingAddress.city]"?: components["parameters"]["query.order-shippingAddress.city"];
                /** @description Sorts by `shippingAddress.company`. Several sort in the order in which they are sent. */
                "order[shippingAddress.company]"?: components["parameters"]["query.order-shippingAddress.company"];
                /** @description Sorts by `shippingAddress.countryIso2`. Several sort in the order in which they are sent. */
                "order[shippingAddress.countryIso2]"?: components["parameters"]["query.order-shippingAddress.countryIso2"];
                /** @description Sorts by `shippingAddress.firstName`. Several sort in the order in which they are sent. */
                "order[shippingAddress.firstName]"?: components["parameters"]["query.order-shippingAddress.firstName"];
                /** @description Sorts by `shippingAddress.lastName`. Several sort in the order in which they are sent. */
                "order[shippingAddress.lastName]"?: components["parameters"]["query.order-shippingAddress.lastName"];
                /** @description Sorts by `shippingAddress.postcode`. Several sort in the order in which they are sent. */
                "order[shippingAddress.postcode]"?: components["parameters"]["query.order-shippingAddress.postcode"];
                /** @description Sorts by `shippingAddress.state`. Several sort in the order in which they are sent. */
                "order[shippingAddress.state]"?: components["parameters"]["query.order-shippingAddress.state"];
                /** @description Sorts by `billingAddress.addressLine1`. Several sort in the order in which they are sent. */
                "order[billingAddress.addressLine1]"?: components["parameters"]["query.order-billingAddress.addressLine1"];
                /** @description Sorts by `billingAddress.addressLine2`. Several sort in the order in which they are sent. */
                "order[billingAddress.addressLine2]"?: components["parameters"]["query.order-billingAddress.addressLine2"];
                /** @description Sorts by `billingAddress.city`. Several sort in the order in which they are sent. */
                "order[billingAddress.city]"?: components["parameters"]["query.order-billingAddress.city"];
                /** @description Sorts by `billingAddress.company`. Several sort in the order in which they are sent. */
                "order[billingAddress.company]"?: components["parameters"]["query.order-billingAddress.company"];
                /** @description Sorts by `billingAddress.countryIso2`. Several sort in the order in which they are sent. */
                "order[billingAddress.countryIso2]"?: components["parameters"]["query.order-billingAddress.countryIso2"];
                /** @description Sorts by `billingAddress.firstName`. Several sort in the order in which they are sent. */
                "order[billingAddress.firstName]"?: components["parameters"]["query.order-billingAddress.firstName"];
                /** @description Sorts by `billingAddress.lastName`. Several sort in the order in which they are sent. */
                "order[billingAddress.lastName]"?: components["parameters"]["query.order-billingAddress.lastName"];
                /** @description Sorts by `billingAddress.postcode`. Several sort in the order in which they are sent. */
                "order[billingAddress.postcode]"?: components["parameters"]["query.order-billingAddress.postcode"];
                /** @description Sorts by `billingAddress.state`. Several sort in the order in which they are sent. */
                "order[billingAddress.state]"?: components["parameters"]["query.order-billingAddress.state"];
                /** @description Sorts by `fulfillmentStatus`. Several sort in the order in which they are sent. */
                "order[fulfillmentStatus]"?: components["parameters"]["query.order-fulfillmentStatus"];
                /** @description Sorts by `shipmentsWithoutTrackingCount`. Several sort in the order in which they are sent. */
                "order[shipmentsWithoutTrackingCount]"?: components["parameters"]["query.order-shipmentsWithoutTrackingCount"];
                /** @description `id` equals this. */
                id?: components["parameters"]["query.id"];
                /** @description `id` equals one of these. */
                "id[]"?: components["parameters"]["query.id__"];
                /** @description `orderNumber` contains this, without regard to case. */
                orderNumber?: components["parameters"]["query.orderNumber"];
                /** @description `email` contains this, without regard to case. */
                email?: components["parameters"]["query.email"];
                /** @description `phoneNumber` contains this, without regard to case. */
                phoneNumber?: components["parameters"]["query.phoneNumber"];
                /** @description `orderStatus.code` equals this. */
                "orderStatus.code"?: components["parameters"]["query.orderStatus.code"];
                /** @description `orderStatus.code` equals one of these. */
                "orderStatus.code[]"?: components["parameters"]["query.orderStatus.code__"];
                /** @description `orderType` equals this. */
                orderType?: components["parameters"]["query.orderType"];
                /** @description `orderType` equals one of these. */
                "orderType[]"?: components["parameters"]["query.orderType__"];
                /** @description `shippingAddress.addressLine1` contains this, without regard to case. */
                "shippingAddress.addressLine1"?: components["parameters"]["query.shippingAddress.addressLine1"];
                /** @description `shippingAddress.addressLine2` contains this, without regard to case. */
                "shippingAddress.addressLine2"?: components["parameters"]["query.shippingAddress.addressLine2"];
                /** @description `shippingAddress.city` contains this, without regard to case. */
                "shippingAddress.city"?: components["parameters"]["query.shippingAddress.city"];
                /** @description `shippingAddress.company` contains this, without regard to case. */
                "shippingAddress.company"?: components["parameters"]["query.shippingAddress.company"];
                /** @description `shippingAddress.countryIso2` equals this. */
                "shippingAddress.countryIso2"?: components["parameters"]["query.shippingAddress.countryIso2"];
                /** @description `shippingAddress.countryIso2` equals one of these. */
                "shippingAddress.countryIso2[]"?: components["parameters"]["query.shippingAddress.countryIso2__"];
                /** @description `shippingAddress.firstName` contains this, without regard to case. */
                "shippingAddress.firstName"?: components["parameters"]["query.shippingAddress.firstName"];
                /** @description `shippingAddress.lastName` contains this, without regard to case. */
                "shippingAddress.lastName"?: components["parameters"]["query.shippingAddress.lastName"];
                /** @description `shippingAddress.postcode` contains this, without regard to case. */
                "shippingAddress.postcode"?: components["parameters"]["query.shippingAddress.postcode"];
                /** @description `shippingAddress.state` contains this, without regard to case. */
                "shippingAddress.state"?: components["parameters"]["query.shippingAddress.state"];
                /** @description `billingAddress.addressLine1` contains this, without regard to case. */
                "billingAddress.addressLine1"?: components["parameters"]["query.billingAddress.addressLine1"];
                /** @description `billingAddress.addressLine2` contains this, without regard to case. */
                "billingAddress.addressLine2"?: components["parameters"]["query.billingAddress.addressLine2"];
                /** @description `billingAddress.city` contains this, without regard to case. */
                "billingAddress.city"?: components["parameters"]["query.billingAddress.city"];
                /** @description `billingAddress.company` contains this, without regard to case. */
                "billingAddress.company"?: components["parameters"]["query.billingAddress.company"];
                /** @description `billingAddress.countryIso2` equals this. */
                "billingAddress.countryIso2"?: components["parameters"]["query.billingAddress.countryIso2"];
                /** @description `billingAddress.countryIso2` equals one of these. */
                "billingAddress.countryIso2[]"?: components["parameters"]["query.billingAddress.countryIso2__"];
                /** @description `billingAddress.firstName` contains this, without regard to case. */
                "billingAddress.firstName"?: components["parameters"]["query.billingAddress.firstName"];
                /** @description `billingAddress.lastName` contains this, without regard to case. */
                "billingAddress.lastName"?: components["parameters"]["query.billingAddress.lastName"];
                /** @description `billingAddress.postcode` contains this, without regard to case. */
                "billingAddress.postcode"?: components["parameters"]["query.billingAddress.postcode"];
                /** @description `billingAddress.state` contains this, without regard to case. */
                "billingAddress.state"?: components["parameters"]["query.billingAddress.state"];
                /** @description `fulfillmentStatus` equals this. */
                fulfillmentStatus?: components["parameters"]["query.fulfillmentStatus"];
                /** @description `fulfillmentStatus` equals one of these. */
                "fulfillmentStatus[]"?: components["parameters"]["query.fulfillmentStatus__"];
                /** @description `subtotal` equals this. */
                subtotal?: components["parameters"]["query.subtotal"];
                /** @description `subtotal` equals one of these. */
                "subtotal[]"?: components["parameters"]["query.subtotal__"];
                /** @description `total` equals this. */
                total?: components["parameters"]["query.total"];
                /** @description `total` equals one of these. */
                "total[]"?: components["parameters"]["query.total__"];
                /** @description `currency` contains this, without regard to case. */
                currency?: components["parameters"]["query.currency"];
                /** @description `shipmentsWithoutTrackingCount` equals this. */
                shipmentsWithoutTrackingCount?: components["parameters"]["query.shipmentsWithoutTrackingCount"];
                /** @description `shipmentsWithoutTrackingCount` equals one of these. */
                "shipmentsWithoutTrackingCount[]"?: components["parameters"]["query.shipmentsWithoutTrackingCount__"];
                /** @description `subtotal` is between two numbers, both included. */
                "subtotal[between]"?: components["parameters"]["query.subtotal-between"];
                /** @description `subtotal` is greater than this number. */
                "subtotal[gt]"?: components["parameters"]["query.subtotal-gt"];
                /** @description `subtotal` is at least this number. */
                "subtotal[gte]"?: components["parameters"]["query.subtotal-gte"];
                /** @description `subtotal` is less than this number. */
                "subtotal[lt]"?: components["parameters"]["query.subtotal-lt"];
                /** @description `subtotal` is at most this number. */
                "subtotal[lte]"?: components["parameters"]["query.subtotal-lte"];
                /** @description `total` is between two numbers, both included. */
                "total[between]"?: components["parameters"]["query.total-between"];
                /** @description `total` is greater than this number. */
                "total[gt]"?: components["parameters"]["query.total-gt"];
                /** @description `total` is at least this number. */
                "total[gte]"?: components["parameters"]["query.total-gte"];
                /** @description `total` is less than this number. */
                "total[lt]"?: components["parameters"]["query.total-lt"];
                /** @description `total` is at most this number. */
                "total[lte]"?: components["parameters"]["query.total-lte"];
                /** @description `shipmentsWithoutTrackingCount` is between two numbers, both included. */
                "shipmentsWithoutTrackingCount[between]"?: components["parameters"]["query.shipmentsWithoutTrackingCount-between"];
                /** @description `shipmentsWithoutTrackingCount` is greater than this number. */
                "shipmentsWithoutTrackingCount[gt]"?: components["parameters"]["query.shipmentsWithoutTrackingCount-gt"];
                /** @description `shipmentsWithoutTrackingCount` is at least this number. */
                "shipmentsWithoutTrackingCount[gte]"?: components["parameters"]["query.shipmentsWithoutTrackingCount-gte"];
                /** @description `shipmentsWithoutTrackingCount` is less than this number. */
                "shipmentsWithoutTrackingCount[lt]"?: components["parameters"]["query.shipmentsWithoutTrackingCount-lt"];
                /** @description `shipmentsWithoutTrackingCount` is at most this number. */
                "shipmentsWithoutTrackingCount[lte]"?: components["parameters"]["query.shipmentsWithoutTrackingCount-lte"];
                /** @description `createdAt` is at or before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "createdAt[before]"?: components["parameters"]["query.createdAt-before"];
                /** @description `createdAt` is before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "createdAt[strictly_before]"?: components["parameters"]["query.createdAt-strictly_before"];
                /** @description `createdAt` is at or after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "createdAt[after]"?: components["parameters"]["query.createdAt-after"];
                /** @description `createdAt` is after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "createdAt[strictly_after]"?: components["parameters"]["query.createdAt-strictly_after"];
                /** @description `updatedAt` is at or before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "updatedAt[before]"?: components["parameters"]["query.updatedAt-before"];
                /** @description `updatedAt` is before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "updatedAt[strictly_before]"?: components["parameters"]["query.updatedAt-strictly_before"];
                /** @description `updatedAt` is at or after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "updatedAt[after]"?: components["parameters"]["query.updatedAt-after"];
                /** @description `updatedAt` is after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "updatedAt[strictly_after]"?: components["parameters"]["query.updatedAt-strictly_after"];
                /** @description `orderNumber` has no value, or an empty one; `false`: the others. */
                "empty[orderNumber]"?: components["parameters"]["query.empty-orderNumber"];
                /** @description `currency` has no value, or an empty one; `false`: the others. */
                "empty[currency]"?: components["parameters"]["query.empty-currency"];
                /** @description `email` has no value, or an empty one; `false`: the others. */
                "empty[email]"?: components["parameters"]["query.empty-email"];
                /** @description `phoneNumber` has no value, or an empty one; `false`: the others. */
                "empty[phoneNumber]"?: components["parameters"]["query.empty-phoneNumber"];
                /** @description `shippingAddress.addressLine1` has no value, or an empty one; `false`: the others. */
                "empty[shippingAddress.addressLine1]"?: components["parameters"]["query.empty-shippingAddress.addressLine1"];
                /** @description `shippingAddress.addressLine2` has no value, or an empty one; `false`: the others. */
                "empty[shippingAddress.addressLine2]"?: components["parameters"]["query.empty-shippingAddress.addressLine2"];
                /** @description `shippingAddress.city` has no value, or an empty one; `false`: the others. */
                "empty[shippingAddress.city]"?: components["parameters"]["query.empty-shippingAddress.city"];
                /** @description `shippingAddress.company` has no value, or an empty one; `false`: the others. */
                "empty[shippingAddress.company]"?: components["parameters"]["query.empty-shippingAddress.company"];
                /** @description `shippingAddress.firstName` has no value, or an empty one; `false`: the others. */
                "empty[shippingAddress.firstName]"?: components["parameters"]["query.empty-shippingAddress.firstName"];
                /** @description `shippingAddress.lastName` has no value, or an empty one; `false`: the others. */
                "empty[shippingAddress.lastName]"?: components["parameters"]["query.empty-shippingAddress.lastName"];
                /** @description `shippingAddress.postcode` has no value, or an empty one; `false`: the others. */
                "empty[shippingAddress.postcode]"?: components["parameters"]["query.empty-shippingAddress.postcode"];
                /** @description `shippingAddress.state` has no value, or an empty one; `false`: the others. */
                "empty[shippingAddress.state]"?: components["parameters"]["query.empty-shippingAddress.state"];
                /** @description `billingAddress.addressLine1` has no value, or an empty one; `false`: the others. */
                "empty[billingAddress.addressLine1]"?: components["parameters"]["query.empty-billingAddress.addressLine1"];
                /** @description `billingAddress.addressLine2` has no value, or an empty one; `false`: the others. */
                "empty[billingAddress.addressLine2]"?: components["parameters"]["query.empty-billingAddress.addressLine2"];
                /** @description `billingAddress.city` has no value, or an empty one; `false`: the others. */
                "empty[billingAddress.city]"?: components["parameters"]["query.empty-billingAddress.city"];
                /** @description `billingAddress.company` has no value, or an empty one; `false`: the others. */
                "empty[billingAddress.company]"?: components["parameters"]["query.empty-billingAddress.company"];
                /** @description `billingAddress.firstName` has no value, or an empty one; `false`: the others. */
                "empty[billingAddress.firstName]"?: components["parameters"]["query.empty-billingAddress.firstName"];
                /** @description `billingAddress.lastName` has no value, or an empty one; `false`: the others. */
                "empty[billingAddress.lastName]"?: components["parameters"]["query.empty-billingAddress.lastName"];
                /** @description `billingAddress.postcode` has no value, or an empty one; `false`: the others. */
                "empty[billingAddress.postcode]"?: components["parameters"]["query.empty-billingAddress.postcode"];
                /** @description `billingAddress.state` has no value, or an empty one; `false`: the others. */
                "empty[billingAddress.state]"?: components["parameters"]["query.empty-billingAddress.state"];
                /** @description `get` gives the members all fields of an item. */
                "groups[]"?: components["parameters"]["query.groups__"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of orders. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["OrderCollection-Getc.jsonld"];
                    "application/json": components["schemas"]["Order-Getc"][];
                    /** @example workspace,orderNumber,externalSourceIntegration,externalSourceSyncId,externalSourceUrl,subtotal,total,currency,orderStatus.code,orderStatus.title,orderStatus.id,orderStatus.description,orderType,email,phoneNumber,createdAt,updatedAt,shippingAddress.addressLine1,shippingAddress.addressLine2,shippingAddress.city,shippingAddress.company,shippingAddress.country,shippingAddress.countryIso2,shippingAddress.firstName,shippingAddress.lastName,shippingAddress.postcode,shippingAddress.state,billingAddress.addressLine1,billingAddress.addressLine2,billingAddress.city,billingAddress.company,billingAddress.country,billingAddress.countryIso2,billingAddress.firstName,billingAddress.lastName,billingAddress.postcode,billingAddress.state,fulfillmentStatus,shipmentsWithoutTrackingCount,id,readonly,externalSourceIntegrationType */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postOrderCollection: {
        parameters: {
            query?: {
                /** @description The id of a webhook that is not told of this change, because its owner makes it. Empty is none. */
                ignoreWebhookId?: components["parameters"]["query.ignoreWebhookId"];
            };
            header?: {
                /** @description The same key and body within 24 hours answers the first answer again, with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["header.Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "workspace": "/workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6",
                 *       "orderNumber": "100042",
                 *       "subtotal": "12.50",
                 *       "total": "12.50",
                 *       "currency": "EUR",
                 *       "shippingAddress": {
                 *         "addressLine1": "1 Main St",
                 *         "city": "Vienna",
                 *         "countryIso2": "AT",
                 *         "postcode": "1010"
                 *       },
                 *       "billingAddress": {
                 *         "addressLine1": "1 Main St",
                 *         "city": "Vienna",
                 *         "countryIso2": "AT",
                 *         "postcode": "1010"
                 *       }
                 *     }
                 */
                "application/ld+json": components["schemas"]["Order-Post"];
                /**
                 * @example {
                 *       "workspace": "/workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6",
                 *       "orderNumber": "100042",
                 *       "subtotal": "12.50",
                 *       "total": "12.50",
                 *       "currency": "EUR",
                 *       "shippingAddress": {
                 *         "addressLine1": "1 Main St",
                 *         "city": "Vienna",
                 *         "countryIso2": "AT",
                 *         "postcode": "1010"
                 *       },
                 *       "billingAddress": {
                 *         "addressLine1": "1 Main St",
                 *         "city": "Vienna",
                 *         "countryIso2": "AT",
                 *         "postcode": "1010"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Order-Post"];
                /** @example workspace,orderNumber,externalSourceIntegration,externalSourceSyncId,externalSourceUrl,subtotal,total,currency,orderStatus.code,orderStatus.title,orderStatus.id,orderStatus.description,orderType,email,phoneNumber,shipments,items,shippingAddress.addressLine1,shippingAddress.addressLine2,shippingAddress.city,shippingAddress.company,shippingAddress.country,shippingAddress.countryIso2,shippingAddress.firstName,shippingAddress.lastName,shippingAddress.postcode,shippingAddress.state,billingAddress.addressLine1,billingAddress.addressLine2,billingAddress.city,billingAddress.company,billingAddress.country,billingAddress.countryIso2,billingAddress.firstName,billingAddress.lastName,billingAddress.postcode,billingAddress.state */
                "text/csv": string;
            };
        };
        responses: {
            /** @description What became of the lines of a CSV. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CsvImport"];
                };
            };
            /** @description The new order. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Order-Get.jsonld"];
                    "application/json": components["schemas"]["Order-Get"];
                    /** @example workspace,orderNumber,externalSourceIntegration,externalSourceSyncId,externalSourceUrl,subtotal,total,currency,orderStatus.code,orderStatus.title,orderStatus.id,orderStatus.description,orderType,email,phoneNumber,createdAt,updatedAt,shipments,shippingAddress.addressLine1,shippingAddress.addressLine2,shippingAddress.city,shippingAddress.company,shippingAddress.country,shippingAddress.countryIso2,shippingAddress.firstName,shippingAddress.lastName,shippingAddress.postcode,shippingAddress.state,billingAddress.addressLine1,billingAddress.addressLine2,billingAddress.city,billingAddress.company,billingAddress.country,billingAddress.countryIso2,billingAddress.firstName,billingAddress.lastName,billingAddress.postcode,billingAddress.state,fulfillmentStatus,shipmentsWithoutTrackingCount,id,readonly,externalSourceIntegrationType */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getOrderItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The order's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Accept-Patch": components["headers"]["Accept-Patch"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Order-Get.jsonld"];
                    "application/json": components["schemas"]["Order-Get"];
                    /** @example workspace,orderNumber,externalSourceIntegration,externalSourceSyncId,externalSourceUrl,subtotal,total,currency,orderStatus.code,orderStatus.title,orderStatus.id,orderStatus.description,orderType,email,phoneNumber,createdAt,updatedAt,shipments,shippingAddress.addressLine1,shippingAddress.addressLine2,shippingAddress.city,shippingAddress.company,shippingAddress.country,shippingAddress.countryIso2,shippingAddress.firstName,shippingAddress.lastName,shippingAddress.postcode,shippingAddress.state,billingAddress.addressLine1,billingAddress.addressLine2,billingAddress.city,billingAddress.company,billingAddress.country,billingAddress.countryIso2,billingAddress.firstName,billingAddress.lastName,billingAddress.postcode,billingAddress.state,fulfillmentStatus,shipmentsWithoutTrackingCount,id,readonly,externalSourceIntegrationType */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    putOrderItem: {
        parameters: {
            query?: {
                /** @description The id of a webhook that is not told of this change, because its owner makes it. Empty is none. */
                ignoreWebhookId?: components["parameters"]["query.ignoreWebhookId"];
            };
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The order's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "subtotal": "12.50",
                 *       "total": "12.50",
                 *       "currency": "EUR",
                 *       "shippingAddress": {
                 *         "addressLine1": "1 Main St",
                 *         "city": "Vienna",
                 *         "countryIso2": "AT",
                 *         "postcode": "1010"
                 *       },
                 *       "billingAddress": {
                 *         "addressLine1": "1 Main St",
                 *         "city": "Vienna",
                 *         "countryIso2": "AT",
                 *         "postcode": "1010"
                 *       }
                 *     }
                 */
                "application/ld+json": components["schemas"]["Order-Put"];
                /**
                 * @example {
                 *       "subtotal": "12.50",
                 *       "total": "12.50",
                 *       "currency": "EUR",
                 *       "shippingAddress": {
                 *         "addressLine1": "1 Main St",
                 *         "city": "Vienna",
                 *         "countryIso2": "AT",
                 *         "postcode": "1010"
                 *       },
                 *       "billingAddress": {
                 *         "addressLine1": "1 Main St",
                 *         "city": "Vienna",
                 *         "countryIso2": "AT",
                 *         "postcode": "1010"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Order-Put"];
            };
        };
        responses: {
            /** @description The order as it is now. */
            200: {
                headers: {
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Order-Get.jsonld"];
                    "application/json": components["schemas"]["Order-Get"];
                    /** @example workspace,orderNumber,externalSourceIntegration,externalSourceSyncId,externalSourceUrl,subtotal,total,currency,orderStatus.code,orderStatus.title,orderStatus.id,orderStatus.description,orderType,email,phoneNumber,createdAt,updatedAt,shipments,shippingAddress.addressLine1,shippingAddress.addressLine2,shippingAddress.city,shippingAddress.company,shippingAddress.country,shippingAddress.countryIso2,shippingAddress.firstName,shippingAddress.lastName,shippingAddress.postcode,shippingAddress.state,billingAddress.addressLine1,billingAddress.addressLine2,billingAddress.city,billingAddress.company,billingAddress.country,billingAddress.countryIso2,billingAddress.firstName,billingAddress.lastName,billingAddress.postcode,billingAddress.state,fulfillmentStatus,shipmentsWithoutTrackingCount,id,readonly,externalSourceIntegrationType */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteOrderItem: {
        parameters: {
            query?: {
                /** @description The id of a webhook that is not told of this change, because its owner makes it. Empty is none. */
                ignoreWebhookId?: components["parameters"]["query.ignoreWebhookId"];
            };
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The order's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    patchOrderItem: {
        parameters: {
            query?: {
                /** @description The id of a webhook that is not told of this change, because its owner makes it. Empty is none. */
                ignoreWebhookId?: components["parameters"]["query.ignoreWebhookId"];
            };
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The order's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "subtotal": "12.50",
                 *       "total": "12.50",
                 *       "currency": "EUR",
                 *       "shippingAddress": {
                 *         "addressLine1": "1 Main St",
                 *         "city": "Vienna",
                 *         "countryIso2": "AT",
                 *         "postcode": "1010"
                 *       },
                 *       "billingAddress": {
                 *         "addressLine1": "1 Main St",
                 *         "city": "Vienna",
                 *         "countryIso2": "AT",
                 *         "postcode": "1010"
                 *       }
                 *     }
                 */
                "application/merge-patch+json": components["schemas"]["Order-Put"];
            };
        };
        responses: {
            /** @description The order as it is now. */
            200: {
                headers: {
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Order-Get.jsonld"];
                    "application/json": components["schemas"]["Order-Get"];
                    /** @example workspace,orderNumber,externalSourceIntegration,externalSourceSyncId,externalSourceUrl,subtotal,total,currency,orderStatus.code,orderStatus.title,orderStatus.id,orderStatus.description,orderType,email,phoneNumber,createdAt,updatedAt,shipments,shippingAddress.addressLine1,shippingAddress.addressLine2,shippingAddress.city,shippingAddress.company,shippingAddress.country,shippingAddress.countryIso2,shippingAddress.firstName,shippingAddress.lastName,shippingAddress.postcode,shippingAddress.state,billingAddress.addressLine1,billingAddress.addressLine2,billingAddress.city,billingAddress.company,billingAddress.country,billingAddress.countryIso2,billingAddress.firstName,billingAddress.lastName,billingAddress.postcode,billingAddress.state,fulfillmentStatus,shipmentsWithoutTrackingCount,id,readonly,externalSourceIntegrationType */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    api_workspaces_orders_get_subresourceWorkspaceSubresource: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description Sorts by `id`. Several sort in the order in which they are sent. */
                "order[id]"?: components["parameters"]["query.order-id"];
                /** @description Sorts by `orderNumber`. Several sort in the order in which they are sent. */
                "order[orderNumber]"?: components["parameters"]["query.order-orderNumber"];
                /** @description Sorts by `email`. Several sort in the order in which they are sent. */
                "order[email]"?: components["parameters"]["query.order-email"];
                /** @description Sorts by `phoneNumber`. Several sort in the order in which they are sent. */
                "order[phoneNumber]"?: components["parameters"]["query.order-phoneNumber"];
                /** @description Sorts by `orderStatus.code`. Several sort in the order in which they are sent. */
                "order[orderStatus.code]"?: components["parameters"]["query.order-orderStatus.code"];
                /** @description Sorts by `subtotal`. Several sort in the order in which they are sent. */
                "order[subtotal]"?: components["parameters"]["query.order-subtotal"];
                /** @description Sorts by `total`. Several sort in the order in which they are sent. */
                "order[total]"?: components["parameters"]["query.order-total"];
                /** @description Sorts by `createdAt`. Several sort in the order in which they are sent. */
                "order[createdAt]"?: components["parameters"]["query.order-createdAt"];
                /** @description Sorts by `updatedAt`. Several sort in the order in which they are sent. */
                "order[updatedAt]"?: components["parameters"]["query.order-updatedAt"];
                /** @description Sorts by `shippingAddress.addressLine1`. Several sort in the order in which they are sent. */
                "order[shippingAddress.addressLine1]"?: components["parameters"]["query.order-shippingAddress.addressLine1"];
                /** @description Sorts by `shippingAddress.addressLine2`. Several sort in the order in which they are sent. */
                "order[shippingAddress.addressLine2]"?: components["parameters"]["query.order-shippingAddress.addressLine2"];
                /** @description Sorts by `shippingAddress.city`. Several sort in the order in which they are sent. */
                "order[shippingAddress.city]"?: components["parameters"]["query.order-shippingAddress.city"];
                /** @description Sorts by `shippingAddress.company`. Several sort in the order in which they are sent. */
                "order[shippingAddress.company]"?: components["parameters"]["query.order-shippingAddress.company"];
                /** @description Sorts by `shippingAddress.countryIso2`. Several sort in the order in which they are sent. */
                "order[shippingAddress.countryIso2]"?: components["parameters"]["query.order-shippingAddress.countryIso2"];
                /** @description Sorts by `shippingAddress.firstName`. Several sort in the order in which they are sent. */
                "order[shippingAddress.firstName]"?: components["parameters"]["query.order-shippingAddress.firstName"];
                /** @description Sorts by `shippingAddress.lastName`. Several sort in the order in which they are sent. */
                "order[shippingAddress.lastName]"?: components["parameters"]["query.order-shippingAddress.lastName"];
                /** @description Sorts by `shippingAddress.postcode`. Several sort in the order in which they are sent. */
                "order[shippingAddress.postcode]"?: components["parameters"]["query.order-shippingAddress.postcode"];
                /** @description Sorts by `shippingAddress.state`. Several sort in the order in which they are sent. */
                "order[shippingAddress.state]"?: components["parameters"]["query.order-shippingAddress.state"];
                /** @description Sorts by `billingAddress.addressLine1`. Several sort in the order in which they are sent. */
                "order[billingAddress.addressLine1]"?: components["parameters"]["query.order-billingAddress.addressLine1"];
                /** @description Sorts by `billingAddress.addressLine2`. Several sort in the order in which they are sent. */
                "order[billingAddress.addressLine2]"?: components["parameters"]["query.order-billingAddress.addressLine2"];
                /** @description Sorts by `billingAddress.city`. Several sort in the order in which they are sent. */
                "order[billingAddress.city]"?: components["parameters"]["query.order-billingAddress.city"];
                /** @description Sorts by `billingAddress.company`. Several sort in the order in which they are sent. */
                "order[billingAddress.company]"?: components["parameters"]["query.order-billingAddress.company"];
                /** @description Sorts by `billingAddress.countryIso2`. Several sort in the order in which they are sent. */
                "order[billingAddress.countryIso2]"?: components["parameters"]["query.order-billingAddress.countryIso2"];
                /** @description Sorts by `billingAddress.firstName`. Several sort in the order in which they are sent. */
                "order[billingAddress.firstName]"?: components["parameters"]["query.order-billingAddress.firstName"];
                /** @description Sorts by `billingAddress.lastName`. Several sort in the order in which they are sent. */
                "order[billingAddress.lastName]"?: components["parameters"]["query.order-billingAddress.lastName"];
                /** @description Sorts by `billingAddress.postcode`. Several sort in the order in which they are sent. */
                "order[billingAddress.postcode]"?: components["parameters"]["query.order-billingAddress.postcode"];
                /** @description Sorts by `billingAddress.state`. Several sort in the order in which they are sent. */
                "order[billingAddress.state]"?: components["parameters"]["query.order-billingAddress.state"];
                /** @description Sorts by `fulfillmentStatus`. Several sort in the order in which they are sent. */
                "order[fulfillmentStatus]"?: components["parameters"]["query.order-fulfillmentStatus"];
                /** @description Sorts by `shipmentsWithoutTrackingCount`. Several sort in the order in which they are sent. */
                "order[shipmentsWithoutTrackingCount]"?: components["parameters"]["query.order-shipmentsWithoutTrackingCount"];
                /** @description `id` equals this. */
                id?: components["parameters"]["query.id"];
                /** @description `id` equals one of these. */
                "id[]"?: components["parameters"]["query.id__"];
                /** @description `orderNumber` contains this, without regard to case. */
                orderNumber?: components["parameters"]["query.orderNumber"];
                /** @description `email` contains this, without regard to case. */
                email?: components["parameters"]["query.email"];
                /** @description `phoneNumber` contains this, without regard to case. */
                phoneNumber?: components["parameters"]["query.phoneNumber"];
                /** @description `orderStatus.code` equals this. */
                "orderStatus.code"?: components["parameters"]["query.orderStatus.code"];
                /** @description `orderStatus.code` equals one of these. */
                "orderStatus.code[]"?: components["parameters"]["query.orderStatus.code__"];
                /** @description `orderType` equals this. */
                orderType?: components["parameters"]["query.orderType"];
                /** @description `orderType` equals one of these. */
                "orderType[]"?: components["parameters"]["query.orderType__"];
                /** @description `shippingAddress.addressLine1` contains this, without regard to case. */
                "shippingAddress.addressLine1"?: components["parameters"]["query.shippingAddress.addressLine1"];
                /** @description `shippingAddress.addressLine2` contains this, without regard to case. */
                "shippingAddress.addressLine2"?: components["parameters"]["query.shippingAddress.addressLine2"];
                /** @description `shippingAddress.city` contains this, without regard to case. */
                "shippingAddress.city"?: components["parameters"]["query.shippingAddress.city"];
                /** @description `shippingAddress.company` contains this, without regard to case. */
                "shippingAddress.company"?: components["parameters"]["query.shippingAddress.company"];
                /** @description `shippingAddress.countryIso2` equals this. */
                "shippingAddress.countryIso2"?: components["parameters"]["query.shippingAddress.countryIso2"];
                /** @description `shippingAddress.countryIso2` equals one of these. */
                "shippingAddress.countryIso2[]"?: components["parameters"]["query.shippingAddress.countryIso2__"];
                /** @description `shippingAddress.firstName` contains this, without regard to case. */
                "shippingAddress.firstName"?: components["parameters"]["query.shippingAddress.firstName"];
                /** @description `shippingAddress.lastName` contains this, without regard to case. */
                "shippingAddress.lastName"?: components["parameters"]["query.shippingAddress.lastName"];
                /** @description `shippingAddress.postcode` contains this, without regard to case. */
                "shippingAddress.postcode"?: components["parameters"]["query.shippingAddress.postcode"];
                /** @description `shippingAddress.state` contains this, without regard to case. */
                "shippingAddress.state"?: components["parameters"]["query.shippingAddress.state"];
                /** @description `billingAddress.addressLine1` contains this, without regard to case. */
                "billingAddress.addressLine1"?: components["parameters"]["query.billingAddress.addressLine1"];
                /** @description `billingAddress.addressLine2` contains this, without regard to case. */
                "billingAddress.addressLine2"?: components["parameters"]["query.billingAddress.addressLine2"];
                /** @description `billingAddress.city` contains this, without regard to case. */
                "billingAddress.city"?: components["parameters"]["query.billingAddress.city"];
                /** @description `billingAddress.company` contains this, without regard to case. */
                "billingAddress.company"?: components["parameters"]["query.billingAddress.company"];
                /** @description `billingAddress.countryIso2` equals this. */
                "billingAddress.countryIso2"?: components["parameters"]["query.billingAddress.countryIso2"];
                /** @description `billingAddress.countryIso2` equals one of these. */
                "billingAddress.countryIso2[]"?: components["parameters"]["query.billingAddress.countryIso2__"];
                /** @description `billingAddress.firstName` contains this, without regard to case. */
                "billingAddress.firstName"?: components["parameters"]["query.billingAddress.firstName"];
                /** @description `billingAddress.lastName` contains this, without regard to case. */
                "billingAddress.lastName"?: components["parameters"]["query.billingAddress.lastName"];
                /** @description `billingAddress.postcode` contains this, without regard to case. */
                "billingAddress.postcode"?: components["parameters"]["query.billingAddress.postcode"];
                /** @description `billingAddress.state` contains this, without regard to case. */
                "billingAddress.state"?: components["parameters"]["query.billingAddress.state"];
                /** @description `fulfillmentStatus` equals this. */
                fulfillmentStatus?: components["parameters"]["query.fulfillmentStatus"];
                /** @description `fulfillmentStatus` equals one of these. */
                "fulfillmentStatus[]"?: components["parameters"]["query.fulfillmentStatus__"];
                /** @description `subtotal` equals this. */
                subtotal?: components["parameters"]["query.subtotal"];
                /** @description `subtotal` equals one of these. */
                "subtotal[]"?: components["parameters"]["query.subtotal__"];
                /** @description `total` equals this. */
                total?: components["parameters"]["query.total"];
                /** @description `total` equals one of these. */
                "total[]"?: components["parameters"]["query.total__"];
                /** @description `currency` contains this, without regard to case. */
                currency?: components["parameters"]["query.currency"];
                /** @description `shipmentsWithoutTrackingCount` equals this. */
                shipmentsWithoutTrackingCount?: components["parameters"]["query.shipmentsWithoutTrackingCount"];
                /** @description `shipmentsWithoutTrackingCount` equals one of these. */
                "shipmentsWithoutTrackingCount[]"?: components["parameters"]["query.shipmentsWithoutTrackingCount__"];
                /** @description `subtotal` is between two numbers, both included. */
                "subtotal[between]"?: components["parameters"]["query.subtotal-between"];
                /** @description `subtotal` is greater than this number. */
                "subtotal[gt]"?: components["parameters"]["query.subtotal-gt"];
                /** @description `subtotal` is at least this number. */
                "subtotal[gte]"?: components["parameters"]["query.subtotal-gte"];
                /** @description `subtotal` is less than this number. */
                "subtotal[lt]"?: components["parameters"]["query.subtotal-lt"];
                /** @description `subtotal` is at most this number. */
                "subtotal[lte]"?: components["parameters"]["query.subtotal-lte"];
                /** @description `total` is between two numbers, both included. */
                "total[between]"?: components["parameters"]["query.total-between"];
                /** @description `total` is greater than this number. */
                "total[gt]"?: components["parameters"]["query.total-gt"];
                /** @description `total` is at least this number. */
                "total[gte]"?: components["parameters"]["query.total-gte"];
                /** @description `total` is less than this number. */
                "total[lt]"?: components["parameters"]["query.total-lt"];
                /** @description `total` is at most this number. */
                "total[lte]"?: components["parameters"]["query.total-lte"];
                /** @description `shipmentsWithoutTrackingCount` is between two numbers, both included. */
                "shipmentsWithoutTrackingCount[between]"?: components["parameters"]["query.shipmentsWithoutTrackingCount-between"];
                /** @description `shipmentsWithoutTrackingCount` is greater than this number. */
                "shipmentsWithoutTrackingCount[gt]"?: components["parameters"]["query.shipmentsWithoutTrackingCount-gt"];
                /** @description `shipmentsWithoutTrackingCount` is at least this number. */
                "shipmentsWithoutTrackingCount[gte]"?: components["parameters"]["query.shipmentsWithoutTrackingCount-gte"];
                /** @description `shipmentsWithoutTrackingCount` is less than this number. */
                "shipmentsWithoutTrackingCount[lt]"?: components["parameters"]["query.shipmentsWithoutTrackingCount-lt"];
                /** @description `shipmentsWithoutTrackingCount` is at most this number. */
                "shipmentsWithoutTrackingCount[lte]"?: components["parameters"]["query.shipmentsWithoutTrackingCount-lte"];
                /** @description `createdAt` is at or before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "createdAt[before]"?: components["parameters"]["query.createdAt-before"];
                /** @description `createdAt` is before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "createdAt[strictly_before]"?: components["parameters"]["query.createdAt-strictly_before"];
                /** @description `createdAt` is at or after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "createdAt[after]"?: components["parameters"]["query.createdAt-after"];
                /** @description `createdAt` is after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "createdAt[strictly_after]"?: components["parameters"]["query.createdAt-strictly_after"];
                /** @description `updatedAt` is at or before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "updatedAt[before]"?: components["parameters"]["query.updatedAt-before"];
                /** @description `updatedAt` is before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "updatedAt[strictly_before]"?: components["parameters"]["query.updatedAt-strictly_before"];
                /** @description `updatedAt` is at or after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "updatedAt[after]"?: components["parameters"]["query.updatedAt-after"];
                /** @description `updatedAt` is after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "updatedAt[strictly_after]"?: components["parameters"]["query.updatedAt-strictly_after"];
                /** @description `orderNumber` has no value, or an empty one; `false`: the others. */
                "empty[orderNumber]"?: components["parameters"]["query.empty-orderNumber"];
                /** @description `currency` has no value, or an empty one; `false`: the others. */
                "empty[currency]"?: components["parameters"]["query.empty-currency"];
                /** @description `email` has no value, or an empty one; `false`: the others. */
                "empty[email]"?: components["parameters"]["query.empty-email"];
                /** @description `phoneNumber` has no value, or an empty one; `false`: the others. */
                "empty[phoneNumber]"?: components["parameters"]["query.empty-phoneNumber"];
                /** @description `shippingAddress.addressLine1` has no value, or an empty one; `false`: the others. */
                "empty[shippingAddress.addressLine1]"?: components["parameters"]["query.empty-shippingAddress.addressLine1"];
                /** @description `shippingAddress.addressLine2` has no value, or an empty one; `false`: the others. */
                "empty[shippingAddress.addressLine2]"?: components["parameters"]["query.empty-shippingAddress.addressLine2"];
                /** @description `shippingAddress.city` has no value, or an empty one; `false`: the others. */
                "empty[shippingAddress.city]"?: components["parameters"]["query.empty-shippingAddress.city"];
                /** @description `shippingAddress.company` has no value, or an empty one; `false`: the others. */
                "empty[shippingAddress.company]"?: components["parameters"]["query.empty-shippingAddress.company"];
                /** @description `shippingAddress.firstName` has no value, or an empty one; `false`: the others. */
                "empty[shippingAddress.firstName]"?: components["parameters"]["query.empty-shippingAddress.firstName"];
                /** @description `shippingAddress.lastName` has no value, or an empty one; `false`: the others. */
                "empty[shippingAddress.lastName]"?: components["parameters"]["query.empty-shippingAddress.lastName"];
                /** @description `shippingAddress.postcode` has no value, or an empty one; `false`: the others. */
                "empty[shippingAddress.postcode]"?: components["parameters"]["query.empty-shippingAddress.postcode"];
                /** @description `shippingAddress.state` has no value, or an empty one; `false`: the others. */
                "empty[shippingAddress.state]"?: components["parameters"]["query.empty-shippingAddress.state"];
                /** @description `billingAddress.addressLine1` has no value, or an empty one; `false`: the others. */
                "empty[billingAddress.addressLine1]"?: components["parameters"]["query.empty-billingAddress.addressLine1"];
                /** @description `billingAddress.addressLine2` has no value, or an empty one; `false`: the others. */
                "empty[billingAddress.addressLine2]"?: components["parameters"]["query.empty-billingAddress.addressLine2"];
                /** @description `billingAddress.city` has no value, or an empty one; `false`: the others. */
                "empty[billingAddress.city]"?: components["parameters"]["query.empty-billingAddress.city"];
                /** @description `billingAddress.company` has no value, or an empty one; `false`: the others. */
                "empty[billingAddress.company]"?: components["parameters"]["query.empty-billingAddress.company"];
                /** @description `billingAddress.firstName` has no value, or an empty one; `false`: the others. */
                "empty[billingAddress.firstName]"?: components["parameters"]["query.empty-billingAddress.firstName"];
                /** @description `billingAddress.lastName` has no value, or an empty one; `false`: the others. */
                "empty[billingAddress.lastName]"?: components["parameters"]["query.empty-billingAddress.lastName"];
                /** @description `billingAddress.postcode` has no value, or an empty one; `false`: the others. */
                "empty[billingAddress.postcode]"?: components["parameters"]["query.empty-billingAddress.postcode"];
                /** @description `billingAddress.state` has no value, or an empty one; `false`: the others. */
                "empty[billingAddress.state]"?: components["parameters"]["query.empty-billingAddress.state"];
                /** @description `get` gives the members all fields of an item. */
                "groups[]"?: components["parameters"]["query.groups__"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The workspace's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of orders. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["OrderCollection-Get.jsonld"];
                    "application/json": components["schemas"]["Order-Get"][];
                    /** @example workspace,orderNumber,externalSourceIntegration,externalSourceSyncId,externalSourceUrl,subtotal,total,currency,orderStatus.code,orderStatus.title,orderStatus.id,orderStatus.description,orderType,email,phoneNumber,createdAt,updatedAt,shipments,shippingAddress.addressLine1,shippingAddress.addressLine2,shippingAddress.city,shippingAddress.company,shippingAddress.country,shippingAddress.countryIso2,shippingAddress.firstName,shippingAddress.lastName,shippingAddress.postcode,shippingAddress.state,billingAddress.addressLine1,billingAddress.addressLine2,billingAddress.city,billingAddress.company,billingAddress.country,billingAddress.countryIso2,billingAddress.firstName,billingAddress.lastName,billingAddress.postcode,billingAddress.state,fulfillmentStatus,shipmentsWithoutTrackingCount,id,readonly,externalSourceIntegrationType */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    api_teams_workspaces_orders_get_subresourceTeamSubresource: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description Sorts by `id`. Several sort in the order in which they are sent. */
                "order[id]"?: components["parameters"]["query.order-id"];
                /** @description Sorts by `orderNumber`. Several sort in the order in which they are sent. */
                "order[orderNumber]"?: components["parameters"]["query.order-orderNumber"];
                /** @description Sorts by `email`. Several sort in the order in which they are sent. */
                "order[email]"?: components["parameters"]["query.order-email"];
                /** @description Sorts by `phoneNumber`. Several sort in the order in which they are sent. */
                "order[phoneNumber]"?: components["parameters"]["query.order-phoneNumber"];
                /** @description Sorts by `orderStatus.code`. Several sort in the order in which they are sent. */
                "order[orderStatus.code]"?: components["parameters"]["query.order-orderStatus.code"];
                /** @description Sorts by `subtotal`. Several sort in the order in which they are sent. */
                "order[subtotal]"?: components["parameters"]["query.order-subtotal"];
                /** @description Sorts by `total`. Several sort in the order in which they are sent. */
                "order[total]"?: components["parameters"]["query.order-total"];
                /** @description Sorts by `createdAt`. Several sort in the order in which they are sent. */
                "order[createdAt]"?: components["parameters"]["query.order-createdAt"];
                /** @description Sorts by `updatedAt`. Several sort in the order in which they are sent. */
                "order[updatedAt]"?: components["parameters"]["query.order-updatedAt"];
                /** @description Sorts by `shippingAddress.addressLine1`. Several sort in the order in which they are sent. */
                "order[shippingAddress.addressLine1]"?: components["parameters"]["query.order-shippingAddress.addressLine1"];
                /** @description Sorts by `shippingAddress.addressLine2`. Several sort in the order in which they are sent. */
                "order[shippingAddress.addressLine2]"?: components["parameters"]["query.order-shippingAddress.addressLine2"];
                /** @description Sorts by `shippingAddress.city`. Several sort in the order in which they are sent. */
                "order[shippingAddress.city]"?: components["parameters"]["query.order-shippingAddress.city"];
                /** @description Sorts by `shippingAddress.company`. Several sort in the order in which they are sent. */
                "order[shippingAddress.company]"?: components["parameters"]["query.order-shippingAddress.company"];
                /** @description Sorts by `shippingAddress.countryIso2`. Several sort in the order in which they are sent. */
                "order[shippingAddress.countryIso2]"?: components["parameters"]["query.order-shippingAddress.countryIso2"];
                /** @description Sorts by `shippingAddress.firstName`. Several sort in the order in which they are sent. */
                "order[shippingAddress.firstName]"?: components["parameters"]["query.order-shippingAddress.firstName"];
                /** @description Sorts by `shippingAddress.lastName`. Several sort in the order in which they are sent. */
                "order[shippingAddress.lastName]"?: components["parameters"]["query.order-shippingAddress.lastName"];
                /** @description Sorts by `shippingAddress.postcode`. Several sort in the order in which they are sent. */
                "order[shippingAddress.postcode]"?: components["parameters"]["query.order-shippingAddress.postcode"];
                /** @description Sorts by `shippingAddress.state`. Several sort in the order in which they are sent. */
                "order[shippingAddress.state]"?: components["parameters"]["query.order-shippingAddress.state"];
                /** @description Sorts by `billingAddress.addressLine1`. Several sort in the order in which they are sent. */
                "order[billingAddress.addressLine1]"?: components["parameters"]["query.order-billingAddress.addressLine1"];
                /** @description Sorts by `billingAddress.addressLine2`. Several sort in the order in which they are sent. */
                "order[billingAddress.addressLine2]"?: components["parameters"]["query.order-billingAddress.addressLine2"];
                /** @description Sorts by `billingAddress.city`. Several sort in the order in which they are sent. */
                "order[billingAddress.city]"?: components["parameters"]["query.order-billingAddress.city"];
                /** @description Sorts by `billingAddress.company`. Several sort in the order in which they are sent. */
                "order[billingAddress.company]"?: components["parameters"]["query.order-billingAddress.company"];
                /** @description Sorts by `billingAddress.countryIso2`. Several sort in the order in which they are sent. */
                "order[billingAddress.countryIso2]"?: components["parameters"]["query.order-billingAddress.countryIso2"];
                /** @description Sorts by `billingAddress.firstName`. Several sort in the order in which they are sent. */
                "order[billingAddress.firstName]"?: components["parameters"]["query.order-billingAddress.firstName"];
                /** @description Sorts by `billingAddress.lastName`. Several sort in the order in which they are sent. */
                "order[billingAddress.lastName]"?: components["parameters"]["query.order-billingAddress.lastName"];
                /** @description Sorts by `billingAddress.postcode`. Several sort in the order in which they are sent. */
                "order[billingAddress.postcode]"?: components["parameters"]["query.order-billingAddress.postcode"];
                /** @description Sorts by `billingAddress.state`. Several sort in the order in which they are sent. */
                "order[billingAddress.state]"?: components["parameters"]["query.order-billingAddress.state"];
                /** @description Sorts by `fulfillmentStatus`. Several sort in the order in which they are sent. */
                "order[fulfillmentStatus]"?: components["parameters"]["query.order-fulfillmentStatus"];
                /** @description Sorts by `shipmentsWithoutTrackingCount`. Several sort in the order in which they are sent. */
                "order[shipmentsWithoutTrackingCount]"?: components["parameters"]["query.order-shipmentsWithoutTrackingCount"];
                /** @description `id` equals this. */
                id?: components["parameters"]["query.id"];
                /** @description `id` equals one of these. */
                "id[]"?: components["parameters"]["query.id__"];
                /** @description `orderNumber` contains this, without regard to case. */
                orderNumber?: components["parameters"]["query.orderNumber"];
                /** @description `email` contains this, without regard to case. */
                email?: components["parameters"]["query.email"];
                /** @description `phoneNumber` contains this, without regard to case. */
                phoneNumber?: components["parameters"]["query.phoneNumber"];
                /** @description `orderStatus.code` equals this. */
                "orderStatus.code"?: components["parameters"]["query.orderStatus.code"];
                /** @description `orderStatus.code` equals one of these. */
                "orderStatus.code[]"?: components["parameters"]["query.orderStatus.code__"];
                /** @description `orderType` equals this. */
                orderType?: components["parameters"]["query.orderType"];
                /** @description `orderType` equals one of these. */
                "orderType[]"?: components["parameters"]["query.orderType__"];
                /** @description `shippingAddress.addressLine1` contains this, without regard to case. */
                "shippingAddress.addressLine1"?: components["parameters"]["query.shippingAddress.addressLine1"];
                /** @description `shippingAddress.addressLine2` contains this, without regard to case. */
                "shippingAddress.addressLine2"?: components["parameters"]["query.shippingAddress.addressLine2"];
                /** @description `shippingAddress.city` contains this, without regard to case. */
                "shippingAddress.city"?: components["parameters"]["query.shippingAddress.city"];
                /** @description `shippingAddress.company` contains this, without regard to case. */
                "shippingAddress.company"?: components["parameters"]["query.shippingAddress.company"];
                /** @description `shippingAddress.countryIso2` equals this. */
                "shippingAddress.countryIso2"?: components["parameters"]["query.shippingAddress.countryIso2"];
                /** @description `shippingAddress.countryIso2` equals one of these. */
                "shippingAddress.countryIso2[]"?: components["parameters"]["query.shippingAddress.countryIso2__"];
                /** @description `shippingAddress.firstName` contains this, without regard to case. */
                "shippingAddress.firstName"?: components["parameters"]["query.shippingAddress.firstName"];
                /** @description `shippingAddress.lastName` contains this, without regard to case. */
                "shippingAddress.lastName"?: components["parameters"]["query.shippingAddress.lastName"];
                /** @description `shippingAddress.postcode` contains this, without regard to case. */
                "shippingAddress.postcode"?: components["parameters"]["query.shippingAddress.postcode"];
                /** @description `shippingAddress.state` contains this, without regard to case. */
                "shippingAddress.state"?: components["parameters"]["query.shippingAddress.state"];
                /** @description `billingAddress.addressLine1` contains this, without regard to case. */
                "billingAddress.addressLine1"?: components["parameters"]["query.billingAddress.addressLine1"];
                /** @description `billingAddress.addressLine2` contains this, without regard to case. */
                "billingAddress.addressLine2"?: components["parameters"]["query.billingAddress.addressLine2"];
                /** @description `billingAddress.city` contains this, without regard to case. */
                "billingAddress.city"?: components["parameters"]["query.billingAddress.city"];
                /** @description `billingAddress.company` contains this, without regard to case. */
                "billingAddress.company"?: components["parameters"]["query.billingAddress.company"];
                /** @description `billingAddress.countryIso2` equals this. */
                "billingAddress.countryIso2"?: components["parameters"]["query.billingAddress.countryIso2"];
                /** @description `billingAddress.countryIso2` equals one of these. */
                "billingAddress.countryIso2[]"?: components["parameters"]["query.billingAddress.countryIso2__"];
                /** @description `billingAddress.firstName` contains this, without regard to case. */
                "billingAddress.firstName"?: components["parameters"]["query.billingAddress.firstName"];
                /** @description `billingAddress.lastName` contains this, without regard to case. */
                "billingAddress.lastName"?: components["parameters"]["query.billingAddress.lastName"];
                /** @description `billingAddress.postcode` contains this, without regard to case. */
                "billingAddress.postcode"?: components["parameters"]["query.billingAddress.postcode"];
                /** @description `billingAddress.state` contains this, without regard to case. */
                "billingAddress.state"?: components["parameters"]["query.billingAddress.state"];
                /** @description `fulfillmentStatus` equals this. */
                fulfillmentStatus?: components["parameters"]["query.fulfillmentStatus"];
                /** @description `fulfillmentStatus` equals one of these. */
                "fulfillmentStatus[]"?: components["parameters"]["query.fulfillmentStatus__"];
                /** @description `subtotal` equals this. */
                subtotal?: components["parameters"]["query.subtotal"];
                /** @description `subtotal` equals one of these. */
                "subtotal[]"?: components["parameters"]["query.subtotal__"];
                /** @description `total` equals this. */
                total?: components["parameters"]["query.total"];
                /** @description `total` equals one of these. */
                "total[]"?: components["parameters"]["query.total__"];
                /** @description `currency` contains this, without regard to case. */
                currency?: components["parameters"]["query.currency"];
                /** @description `shipmentsWithoutTrackingCount` equals this. */
                shipmentsWithoutTrackingCount?: components["parameters"]["query.shipmentsWithoutTrackingCount"];
                /** @description `shipmentsWithoutTrackingCount` equals one of these. */
                "shipmentsWithoutTrackingCount[]"?: components["parameters"]["query.shipmentsWithoutTrackingCount__"];
                /** @description `subtotal` is between two numbers, both included. */
                "subtotal[between]"?: components["parameters"]["query.subtotal-between"];
                /** @description `subtotal` is greater than this number. */
                "subtotal[gt]"?: components["parameters"]["query.subtotal-gt"];
                /** @description `subtotal` is at least this number. */
                "subtotal[gte]"?: components["parameters"]["query.subtotal-gte"];
                /** @description `subtotal` is less than this number. */
                "subtotal[lt]"?: components["parameters"]["query.subtotal-lt"];
                /** @description `subtotal` is at most this number. */
                "subtotal[lte]"?: components["parameters"]["query.subtotal-lte"];
                /** @description `total` is between two numbers, both included. */
                "total[between]"?: components["parameters"]["query.total-between"];
                /** @description `total` is greater than this number. */
                "total[gt]"?: components["parameters"]["query.total-gt"];
                /** @description `total` is at least this number. */
                "total[gte]"?: components["parameters"]["query.total-gte"];
                /** @description `total` is less than this number. */
                "total[lt]"?: components["parameters"]["query.total-lt"];
                /** @description `total` is at most this number. */
                "total[lte]"?: components["parameters"]["query.total-lte"];
                /** @description `shipmentsWithoutTrackingCount` is between two numbers, both included. */
                "shipmentsWithoutTrackingCount[between]"?: components["parameters"]["query.shipmentsWithoutTrackingCount-between"];
                /** @description `shipmentsWithoutTrackingCount` is greater than this number. */
                "shipmentsWithoutTrackingCount[gt]"?: components["parameters"]["query.shipmentsWithoutTrackingCount-gt"];
                /** @description `shipmentsWithoutTrackingCount` is at least this number. */
                "shipmentsWithoutTrackingCount[gte]"?: components["parameters"]["query.shipmentsWithoutTrackingCount-gte"];
                /** @description `shipmentsWithoutTrackingCount` is less than this number. */
                "shipmentsWithoutTrackingCount[lt]"?: components["parameters"]["query.shipmentsWithoutTrackingCount-lt"];
                /** @description `shipmentsWithoutTrackingCount` is at most this number. */
                "shipmentsWithoutTrackingCount[lte]"?: components["parameters"]["query.shipmentsWithoutTrackingCount-lte"];
                /** @description `createdAt` is at or before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "createdAt[before]"?: components["parameters"]["query.createdAt-before"];
                /** @description `createdAt` is before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "createdAt[strictly_before]"?: components["parameters"]["query.createdAt-strictly_before"];
                /** @description `createdAt` is at or after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "createdAt[after]"?: components["parameters"]["query.createdAt-after"];
                /** @description `createdAt` is after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "createdAt[strictly_after]"?: components["parameters"]["query.createdAt-strictly_after"];
                /** @description `updatedAt` is at or before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "updatedAt[before]"?: components["parameters"]["query.updatedAt-before"];
                /** @description `updatedAt` is before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "updatedAt[strictly_before]"?: components["parameters"]["query.updatedAt-strictly_before"];
                /** @description `updatedAt` is at or after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "updatedAt[after]"?: components["parameters"]["query.updatedAt-after"];
                /** @description `updatedAt` is after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "updatedAt[strictly_after]"?: components["parameters"]["query.updatedAt-strictly_after"];
                /** @description `orderNumber` has no value, or an empty one; `false`: the others. */
                "empty[orderNumber]"?: components["parameters"]["query.empty-orderNumber"];
                /** @description `currency` has no value, or an empty one; `false`: the others. */
                "empty[currency]"?: components["parameters"]["query.empty-currency"];
                /** @description `email` has no value, or an empty one; `false`: the others. */
                "empty[email]"?: components["parameters"]["query.empty-email"];
                /** @description `phoneNumber` has no value, or an empty one; `false`: the others. */
                "empty[phoneNumber]"?: components["parameters"]["query.empty-phoneNumber"];
                /** @description `shippingAddress.addressLine1` has no value, or an empty one; `false`: the others. */
                "empty[shippingAddress.addressLine1]"?: components["parameters"]["query.empty-shippingAddress.addressLine1"];
                /** @description `shippingAddress.addressLine2` has no value, or an empty one; `false`: the others. */
                "empty[shippingAddress.addressLine2]"?: components["parameters"]["query.empty-shippingAddress.addressLine2"];
                /** @description `shippingAddress.city` has no value, or an empty one; `false`: the others. */
                "empty[shippingAddress.city]"?: components["parameters"]["query.empty-shippingAddress.city"];
                /** @description `shippingAddress.company` has no value, or an empty one; `false`: the others. */
                "empty[shippingAddress.company]"?: components["parameters"]["query.empty-shippingAddress.company"];
                /** @description `shippingAddress.firstName` has no value, or an empty one; `false`: the others. */
                "empty[shippingAddress.firstName]"?: components["parameters"]["query.empty-shippingAddress.firstName"];
                /** @description `shippingAddress.lastName` has no value, or an empty one; `false`: the others. */
                "empty[shippingAddress.lastName]"?: components["parameters"]["query.empty-shippingAddress.lastName"];
                /** @description `shippingAddress.postcode` has no value, or an empty one; `false`: the others. */
                "empty[shippingAddress.postcode]"?: components["parameters"]["query.empty-shippingAddress.postcode"];
                /** @description `shippingAddress.state` has no value, or an empty one; `false`: the others. */
                "empty[shippingAddress.state]"?: components["parameters"]["query.empty-shippingAddress.state"];
                /** @description `billingAddress.addressLine1` has no value, or an empty one; `false`: the others. */
                "empty[billingAddress.addressLine1]"?: components["parameters"]["query.empty-billingAddress.addressLine1"];
                /** @description `billingAddress.addressLine2` has no value, or an empty one; `false`: the others. */
                "empty[billingAddress.addressLine2]"?: components["parameters"]["query.empty-billingAddress.addressLine2"];
                /** @description `billingAddress.city` has no value, or an empty one; `false`: the others. */
                "empty[billingAddress.city]"?: components["parameters"]["query.empty-billingAddress.city"];
                /** @description `billingAddress.company` has no value, or an empty one; `false`: the others. */
                "empty[billingAddress.company]"?: components["parameters"]["query.empty-billingAddress.company"];
                /** @description `billingAddress.firstName` has no value, or an empty one; `false`: the others. */
                "empty[billingAddress.firstName]"?: components["parameters"]["query.empty-billingAddress.firstName"];
                /** @description `billingAddress.lastName` has no value, or an empty one; `false`: the others. */
                "empty[billingAddress.lastName]"?: components["parameters"]["query.empty-billingAddress.lastName"];
                /** @description `billingAddress.postcode` has no value, or an empty one; `false`: the others. */
                "empty[billingAddress.postcode]"?: components["parameters"]["query.empty-billingAddress.postcode"];
                /** @description `billingAddress.state` has no value, or an empty one; `false`: the others. */
                "empty[billingAddress.state]"?: components["parameters"]["query.empty-billingAddress.state"];
                /** @description `get` gives the members all fields of an item. */
                "groups[]"?: components["parameters"]["query.groups__"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The team's id. */
                id: string;
                /** @description The workspace's id. */
                workspaces: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of orders. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["OrderCollection-Get.jsonld"];
                    "application/json": components["schemas"]["Order-Get"][];
                    /** @example workspace,orderNumber,externalSourceIntegration,externalSourceSyncId,externalSourceUrl,subtotal,total,currency,orderStatus.code,orderStatus.title,orderStatus.id,orderStatus.description,orderType,email,phoneNumber,createdAt,updatedAt,shipments,shippingAddress.addressLine1,shippingAddress.addressLine2,shippingAddress.city,shippingAddress.company,shippingAddress.country,shippingAddress.countryIso2,shippingAddress.firstName,shippingAddress.lastName,shippingAddress.postcode,shippingAddress.state,billingAddress.addressLine1,billingAddress.addressLine2,billingAddress.city,billingAddress.company,billingAddress.country,billingAddress.countryIso2,billingAddress.firstName,billingAddress.lastName,billingAddress.postcode,billingAddress.state,fulfillmentStatus,shipmentsWithoutTrackingCount,id,readonly,externalSourceIntegrationType */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getOrderItemCollection: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description `id` equals this. */
                id?: components["parameters"]["query.id"];
                /** @description `id` equals one of these. */
                "id[]"?: components["parameters"]["query.id__"];
                /** @description `workspace.id` equals this. */
                "workspace.id"?: components["parameters"]["query.workspace.id"];
                /** @description `workspace.id` equals one of these. */
                "workspace.id[]"?: components["parameters"]["query.workspace.id__"];
                /** @description `productName` contains this, without regard to case. */
                productName?: components["parameters"]["query.productName"];
                /** @description `price` equals this. */
                price?: components["parameters"]["query.price"];
                /** @description `price` equals one of these. */
                "price[]"?: components["parameters"]["query.price__"];
                /** @description `qty` equals this. */
                qty?: components["parameters"]["query.qty"];
                /** @description `qty` equals one of these. */
                "qty[]"?: components["parameters"]["query.qty__"];
                /** @description `qty` is between two numbers, both included. */
                "qty[between]"?: components["parameters"]["query.qty-between"];
                /** @description `qty` is greater than this number. */
                "qty[gt]"?: components["parameters"]["query.qty-gt"];
                /** @description `qty` is at least this number. */
                "qty[gte]"?: components["parameters"]["query.qty-gte"];
                /** @description `qty` is less than this number. */
                "qty[lt]"?: components["parameters"]["query.qty-lt"];
                /** @description `qty` is at most this number. */
                "qty[lte]"?: components["parameters"]["query.qty-lte"];
                /** @description `price` is between two numbers, both included. */
                "price[between]"?: components["parameters"]["query.price-between"];
                /** @description `price` is greater than this number. */
                "price[gt]"?: components["parameters"]["query.price-gt"];
                /** @description `price` is at least this number. */
                "price[gte]"?: components["parameters"]["query.price-gte"];
                /** @description `price` is less than this number. */
                "price[lt]"?: components["parameters"]["query.price-lt"];
                /** @description `price` is at most this number. */
                "price[lte]"?: components["parameters"]["query.price-lte"];
                /** @description Sorts by `id`. Several sort in the order in which they are sent. */
                "order[id]"?: components["parameters"]["query.order-id"];
                /** @description Sorts by `productName`. Several sort in the order in which they are sent. */
                "order[productName]"?: components["parameters"]["query.order-productName"];
                /** @description Sorts by `qty`. Several sort in the order in which they are sent. */
                "order[qty]"?: components["parameters"]["query.order-qty"];
                /** @description Sorts by `price`. Several sort in the order in which they are sent. */
                "order[price]"?: components["parameters"]["query.order-price"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of order items. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["OrderItemCollection-Get.jsonld"];
                    "application/json": components["schemas"]["OrderItem-Get"][];
                    /** @example order,productName,productSku,productOptions,qty,price,rowTotal,externalProductId,externalSourceSyncId,externalSourceIntegration,product,productVariant,imageUrl,fulfilledQty,refundedQty,id,externalProductLink,currency */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postOrderItemCollection: {
        parameters: {
            query?: {
                /** @description The id of a webhook that is not told of this change, because its owner makes it. Empty is none. */
                ignoreWebhookId?: components["parameters"]["query.ignoreWebhookId"];
            };
            header?: {
                /** @description The same key and body within 24 hours answers the first answer again, with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["header.Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "order": "/orders/3fa85f64-5717-4562-b3fc-2c963f66afa6",
                 *       "productName": "Green tea",
                 *       "productSku": "TEA-1",
                 *       "qty": 2,
                 *       "price": "12.50",
                 *       "rowTotal": "12.50"
                 *     }
                 */
                "application/ld+json": components["schemas"]["OrderItem-Post"];
                /**
                 * @example {
                 *       "order": "/orders/3fa85f64-5717-4562-b3fc-2c963f66afa6",
                 *       "productName": "Green tea",
                 *       "productSku": "TEA-1",
                 *       "qty": 2,
                 *       "price": "12.50",
                 *       "rowTotal": "12.50"
                 *     }
                 */
                "application/json": components["schemas"]["OrderItem-Post"];
                /** @example order,productName,productSku,productOptions,qty,price,rowTotal,externalProductId,externalSourceSyncId,externalSourceIntegration,product,productVariant,imageUrl,fulfilledQty,refundedQty */
                "text/csv": string;
            };
        };
        responses: {
            /** @description What became of the lines of a CSV. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CsvImport"];
                };
            };
            /** @description The new order item. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["OrderItem-Get.jsonld"];
                    "application/json": components["schemas"]["OrderItem-Get"];
                    /** @example order,productName,productSku,productOptions,qty,price,rowTotal,externalProductId,externalSourceSyncId,externalSourceIntegration,product,productVariant,imageUrl,fulfilledQty,refundedQty,id,externalProductLink,currency */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getOrderItemItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The order item's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order item. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Accept-Patch": components["headers"]["Accept-Patch"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["OrderItem-Get.jsonld"];
                    "application/json": components["schemas"]["OrderItem-Get"];
                    /** @example order,productName,productSku,productOptions,qty,price,rowTotal,externalProductId,externalSourceSyncId,externalSourceIntegration,product,productVariant,imageUrl,fulfilledQty,refundedQty,id,externalProductLink,currency */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    putOrderItemItem: {
        parameters: {
            query?: {
                /** @description The id of a webhook that is not told of this change, because its owner makes it. Empty is none. */
                ignoreWebhookId?: components["parameters"]["query.ignoreWebhookId"];
            };
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The order item's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "productName": "Green tea",
                 *       "productSku": "TEA-1",
                 *       "qty": 2,
                 *       "price": "12.50",
                 *       "rowTotal": "12.50"
                 *     }
                 */
                "application/ld+json": components["schemas"]["OrderItem-Put"];
                /**
                 * @example {
                 *       "productName": "Green tea",
                 *       "productSku": "TEA-1",
                 *       "qty": 2,
                 *       "price": "12.50",
                 *       "rowTotal": "12.50"
                 *     }
                 */
                "application/json": components["schemas"]["OrderItem-Put"];
            };
        };
        responses: {
            /** @description The order item as it is now. */
            200: {
                headers: {
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["OrderItem-Get.jsonld"];
                    "application/json": components["schemas"]["OrderItem-Get"];
                    /** @example order,productName,productSku,productOptions,qty,price,rowTotal,externalProductId,externalSourceSyncId,externalSourceIntegration,product,productVariant,imageUrl,fulfilledQty,refundedQty,id,externalProductLink,currency */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteOrderItemItem: {
        parameters: {
            query?: {
                /** @description The id of a webhook that is not told of this change, because its owner makes it. Empty is none. */
                ignoreWebhookId?: components["parameters"]["query.ignoreWebhookId"];
            };
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The order item's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    patchOrderItemItem: {
        parameters: {
            query?: {
                /** @description The id of a webhook that is not told of this change, because its owner makes it. Empty is none. */
                ignoreWebhookId?: components["parameters"]["query.ignoreWebhookId"];
            };
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The order item's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "productName": "Green tea",
                 *       "productSku": "TEA-1",
                 *       "qty": 2,
                 *       "price": "12.50",
                 *       "rowTotal": "12.50"
                 *     }
                 */
                "application/merge-patch+json": components["schemas"]["OrderItem-Put"];
            };
        };
        responses: {
            /** @description The order item as it is now. */
            200: {
                headers: {
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["OrderItem-Get.jsonld"];
                    "application/json": components["schemas"]["OrderItem-Get"];
                    /** @example order,productName,productSku,productOptions,qty,price,rowTotal,externalProductId,externalSourceSyncId,externalSourceIntegration,product,productVariant,imageUrl,fulfilledQty,refundedQty,id,externalProductLink,currency */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    api_orders_items_get_subresourceOrderSubresource: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description `id` equals this. */
                id?: components["parameters"]["query.id"];
                /** @description `id` equals one of these. */
                "id[]"?: components["parameters"]["query.id__"];
                /** @description `workspace.id` equals this. */
                "workspace.id"?: components["parameters"]["query.workspace.id"];
                /** @description `workspace.id` equals one of these. */
                "workspace.id[]"?: components["parameters"]["query.workspace.id__"];
                /** @description `productName` contains this, without regard to case. */
                productName?: components["parameters"]["query.productName"];
                /** @description `price` equals this. */
                price?: components["parameters"]["query.price"];
                /** @description `price` equals one of these. */
                "price[]"?: components["parameters"]["query.price__"];
                /** @description `qty` equals this. */
                qty?: components["parameters"]["query.qty"];
                /** @description `qty` equals one of these. */
                "qty[]"?: components["parameters"]["query.qty__"];
                /** @description `qty` is between two numbers, both included. */
                "qty[between]"?: components["parameters"]["query.qty-between"];
                /** @description `qty` is greater than this number. */
                "qty[gt]"?: components["parameters"]["query.qty-gt"];
                /** @description `qty` is at least this number. */
                "qty[gte]"?: components["parameters"]["query.qty-gte"];
                /** @description `qty` is less than this number. */
                "qty[lt]"?: components["parameters"]["query.qty-lt"];
                /** @description `qty` is at most this number. */
                "qty[lte]"?: components["parameters"]["query.qty-lte"];
                /** @description `price` is between two numbers, both included. */
                "price[between]"?: components["parameters"]["query.price-between"];
                /** @description `price` is greater than this number. */
                "price[gt]"?: components["parameters"]["query.price-gt"];
                /** @description `price` is at least this number. */
                "price[gte]"?: components["parameters"]["query.price-gte"];
                /** @description `price` is less than this number. */
                "price[lt]"?: components["parameters"]["query.price-lt"];
                /** @description `price` is at most this number. */
                "price[lte]"?: components["parameters"]["query.price-lte"];
                /** @description Sorts by `id`. Several sort in the order in which they are sent. */
                "order[id]"?: components["parameters"]["query.order-id"];
                /** @description Sorts by `productName`. Several sort in the order in which they are sent. */
                "order[productName]"?: components["parameters"]["query.order-productName"];
                /** @description Sorts by `qty`. Several sort in the order in which they are sent. */
                "order[qty]"?: components["parameters"]["query.order-qty"];
                /** @description Sorts by `price`. Several sort in the order in which they are sent. */
                "order[price]"?: components["parameters"]["query.order-price"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The order's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of order items. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["OrderItemCollection-Get.jsonld"];
                    "application/json": components["schemas"]["OrderItem-Get"][];
                    /** @example order,productName,productSku,productOptions,qty,price,rowTotal,externalProductId,externalSourceSyncId,externalSourceIntegration,product,productVariant,imageUrl,fulfilledQty,refundedQty,id,externalProductLink,currency */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    api_workspaces_orders_items_get_subresourceWorkspaceSubresource: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description `id` equals this. */
                id?: components["parameters"]["query.id"];
                /** @description `id` equals one of these. */
                "id[]"?: components["parameters"]["query.id__"];
                /** @description `workspace.id` equals this. */
                "workspace.id"?: components["parameters"]["query.workspace.id"];
                /** @description `workspace.id` equals one of these. */
                "workspace.id[]"?: components["parameters"]["query.workspace.id__"];
                /** @description `productName` contains this, without regard to case. */
                productName?: components["parameters"]["query.productName"];
                /** @description `price` equals this. */
                price?: components["parameters"]["query.price"];
                /** @description `price` equals one of these. */
                "price[]"?: components["parameters"]["query.price__"];
                /** @description `qty` equals this. */
                qty?: components["parameters"]["query.qty"];
                /** @description `qty` equals one of these. */
                "qty[]"?: components["parameters"]["query.qty__"];
                /** @description `qty` is between two numbers, both included. */
                "qty[between]"?: components["parameters"]["query.qty-between"];
                /** @description `qty` is greater than this number. */
                "qty[gt]"?: components["parameters"]["query.qty-gt"];
                /** @description `qty` is at least this number. */
                "qty[gte]"?: components["parameters"]["query.qty-gte"];
                /** @description `qty` is less than this number. */
                "qty[lt]"?: components["parameters"]["query.qty-lt"];
                /** @description `qty` is at most this number. */
                "qty[lte]"?: components["parameters"]["query.qty-lte"];
                /** @description `price` is between two numbers, both included. */
                "price[between]"?: components["parameters"]["query.price-between"];
                /** @description `price` is greater than this number. */
                "price[gt]"?: components["parameters"]["query.price-gt"];
                /** @description `price` is at least this number. */
                "price[gte]"?: components["parameters"]["query.price-gte"];
                /** @description `price` is less than this number. */
                "price[lt]"?: components["parameters"]["query.price-lt"];
                /** @description `price` is at most this number. */
                "price[lte]"?: components["parameters"]["query.price-lte"];
                /** @description Sorts by `id`. Several sort in the order in which they are sent. */
                "order[id]"?: components["parameters"]["query.order-id"];
                /** @description Sorts by `productName`. Several sort in the order in which they are sent. */
                "order[productName]"?: components["parameters"]["query.order-productName"];
                /** @description Sorts by `qty`. Several sort in the order in which they are sent. */
                "order[qty]"?: components["parameters"]["query.order-qty"];
                /** @description Sorts by `price`. Several sort in the order in which they are sent. */
                "order[price]"?: components["parameters"]["query.order-price"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The workspace's id. */
                id: string;
                /** @description The order's id. */
                orders: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of order items. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["OrderItemCollection-Get.jsonld"];
                    "application/json": components["schemas"]["OrderItem-Get"][];
                    /** @example order,productName,productSku,productOptions,qty,price,rowTotal,externalProductId,externalSourceSyncId,externalSourceIntegration,product,productVariant,imageUrl,fulfilledQty,refundedQty,id,externalProductLink,currency */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    api_teams_workspaces_orders_items_get_subresourceTeamSubresource: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description `id` equals this. */
                id?: components["parameters"]["query.id"];
                /** @description `id` equals one of these. */
                "id[]"?: components["parameters"]["query.id__"];
                /** @description `workspace.id` equals this. */
                "workspace.id"?: components["parameters"]["query.workspace.id"];
                /** @description `workspace.id` equals one of these. */
                "workspace.id[]"?: components["parameters"]["query.workspace.id__"];
                /** @description `productName` contains this, without regard to case. */
                productName?: components["parameters"]["query.productName"];
                /** @description `price` equals this. */
                price?: components["parameters"]["query.price"];
                /** @description `price` equals one of these. */
                "price[]"?: components["parameters"]["query.price__"];
                /** @description `qty` equals this. */
                qty?: components["parameters"]["query.qty"];
                /** @description `qty` equals one of these. */
                "qty[]"?: components["parameters"]["query.qty__"];
                /** @description `qty` is between two numbers, both included. */
                "qty[between]"?: components["parameters"]["query.qty-between"];
                /** @description `qty` is greater than this number. */
                "qty[gt]"?: components["parameters"]["query.qty-gt"];
                /** @description `qty` is at least this number. */
                "qty[gte]"?: components["parameters"]["query.qty-gte"];
                /** @description `qty` is less than this number. */
                "qty[lt]"?: components["parameters"]["query.qty-lt"];
                /** @description `qty` is at most this number. */
                "qty[lte]"?: components["parameters"]["query.qty-lte"];
                /** @description `price` is between two numbers, both included. */
                "price[between]"?: components["parameters"]["query.price-between"];
                /** @description `price` is greater than this number. */
                "price[gt]"?: components["parameters"]["query.price-gt"];
                /** @description `price` is at least this number. */
                "price[gte]"?: components["parameters"]["query.price-gte"];
                /** @description `price` is less than this number. */
                "price[lt]"?: components["parameters"]["query.price-lt"];
                /** @description `price` is at most this number. */
                "price[lte]"?: components["parameters"]["query.price-lte"];
                /** @description Sorts by `id`. Several sort in the order in which they are sent. */
                "order[id]"?: components["parameters"]["query.order-id"];
                /** @description Sorts by `productName`. Several sort in the order in which they are sent. */
                "order[productName]"?: components["parameters"]["query.order-productName"];
                /** @description Sorts by `qty`. Several sort in the order in which they are sent. */
                "order[qty]"?: components["parameters"]["query.order-qty"];
                /** @description Sorts by `price`. Several sort in the order in which they are sent. */
                "order[price]"?: components["parameters"]["query.order-price"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The team's id. */
                id: string;
                /** @description The workspace's id. */
                workspaces: string;
                /** @description The order's id. */
                orders: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of order items. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["OrderItemCollection-Get.jsonld"];
                    "application/json": components["schemas"]["OrderItem-Get"][];
                    /** @example order,productName,productSku,productOptions,qty,price,rowTotal,externalProductId,externalSourceSyncId,externalSourceIntegration,product,productVariant,imageUrl,fulfilledQty,refundedQty,id,externalProductLink,currency */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getShipmentCollection: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description Sorts by `id`. Several sort in the order in which they are sent. */
                "order[id]"?: components["parameters"]["query.order-id"];
                /** @description Sorts by `trackingNumber`. Several sort in the order in which they are sent. */
                "order[trackingNumber]"?: components["parameters"]["query.order-trackingNumber"];
                /** @description Sorts by `trackingStatus`. Several sort in the order in which they are sent. */
                "order[trackingStatus]"?: components["parameters"]["query.order-trackingStatus"];
                /** @description Sorts by `shipmentStatus.code`. Several sort in the order in which they are sent. */
                "order[shipmentStatus.code]"?: components["parameters"]["query.order-shipmentStatus.code"];
                /** @description Sorts by `originCarrier`. Several sort in the order in which they are sent. */
                "order[originCarrier]"?: components["parameters"]["query.order-originCarrier"];
                /** @description Sorts by `destinationCarrier`. Several sort in the order in which they are sent. */
                "order[destinationCarrier]"?: components["parameters"]["query.order-destinationCarrier"];
                /** @description Sorts by `createdAt`. Several sort in the order in which they are sent. */
                "order[createdAt]"?: components["parameters"]["query.order-createdAt"];
                /** @description Sorts by `updatedAt`. Several sort in the order in which they are sent. */
                "order[updatedAt]"?: components["parameters"]["query.order-updatedAt"];
                /** @description Sorts by `shippedAt`. Several sort in the order in which they are sent. */
                "order[shippedAt]"?: components["parameters"]["query.order-shippedAt"];
                /** @description Sorts by `lastStatusUpdate`. Several sort in the order in which they are sent. */
                "order[lastStatusUpdate]"?: components["parameters"]["query.order-lastStatusUpdate"];
                /** @description Sorts by `expectedDeliveryDate`. Several sort in the order in which they are sent. */
                "order[expectedDeliveryDate]"?: components["parameters"]["query.order-expectedDeliveryDate"];
                /** @description Sorts by `originCountry`. Several sort in the order in which they are sent. */
                "order[originCountry]"?: components["parameters"]["query.order-originCountry"];
                /** @description Sorts by `destinationCountry`. Several sort in the order in which they are sent. */
                "order[destinationCountry]"?: components["parameters"]["query.order-destinationCountry"];
                /** @description Sorts by `originCountryIso2`. Several sort in the order in which they are sent. */
                "order[originCountryIso2]"?: components["parameters"]["query.order-originCountryIso2"];
                /** @description Sorts by `destinationCountryIso2`. Several sort in the order in which they are sent. */
                "order[destinationCountryIso2]"?: components["parameters"]["query.order-destinationCountryIso2"];
                /** @description Sorts by `email`. Several sort in the order in which they are sent. */
                "order[email]"?: components["parameters"]["query.order-email"];
                /** @description Sorts by `phoneNumber`. Several sort in the order in which they are sent. */
                "order[phoneNumber]"?: components["parameters"]["query.order-phoneNumber"];
                /** @description Sorts by `daysInTransit`. Several sort in the order in which they are sent. */
                "order[daysInTransit]"?: components["parameters"]["query.order-daysInTransit"];
                /** @description Sorts by `reviewTotalScore`. Several sort in the order in which they are sent. */
                "order[reviewTotalScore]"?: components["parameters"]["query.order-reviewTotalScore"];
                /** @description Sorts by `address.addressLine1`. Several sort in the order in which they are sent. */
                "order[address.addressLine1]"?: components["parameters"]["query.order-address.addressLine1"];
                /** @description Sorts by `address.addressLine2`. Several sort in the order in which they are sent. */
                "order[address.addressLine2]"?: components["parameters"]["query.order-address.addressLine2"];
                /** @description Sorts by `address.city`. Several sort in the order in which they are sent. */
                "order[address.city]"?: components["parameters"]["query.order-address.city"];
                /** @description Sorts by `address.company`. Several sort in the order in which they are sent. */
                "order[address.company]"?: components["parameters"]["query.order-address.company"];
                /** @description Sorts by `address.countryIso2`. Several sort in the order in which they are sent. */
                "order[address.countryIso2]"?: components["parameters"]["query.order-address.countryIso2"];
                /** @description Sorts by `address.firstName`. Several sort in the order in which they are sent. */
                "order[address.firstName]"?: components["parameters"]["query.order-address.firstName"];
                /** @description Sorts by `address.lastName`. Several sort in the order in which they are sent. */
                "order[address.lastName]"?: components["parameters"]["query.order-address.lastName"];
                /** @description Sorts by `address.postcode`. Several sort in the order in which they are sent. */
                "order[address.postcode]"?: components["parameters"]["query.order-address.postcode"];
                /** @description Sorts by `address.state`. Several sort in the order in which they are sent. */
                "order[address.state]"?: components["parameters"]["query.order-address.state"];
                /** @description Sorts by `daysInIdle`. Several sort in the order in which they are sent. */
                "order[daysInIdle]"?: components["parameters"]["query.order-daysInIdle"];
                /** @description Sorts by `orderNumbers`. Several sort in the order in which they are sent. */
                "order[orderNumbers]"?: components["parameters"]["query.order-orderNumbers"];
                /** @description `orderNumbers` equals this. */
                orderNumbers?: components["parameters"]["query.orderNumbers"];
                /** @description `orderNumbers` equals one of these. */
                "orderNumbers[]"?: components["parameters"]["query.orderNumbers__"];
                /** @description `createdAt` is at or before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "createdAt[before]"?: components["parameters"]["query.createdAt-before"];
                /** @description `createdAt` is before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "createdAt[strictly_before]"?: components["parameters"]["query.createdAt-strictly_before"];
                /** @description `createdAt` is at or after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "createdAt[after]"?: components["parameters"]["query.createdAt-after"];
                /** @description `createdAt` is after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "createdAt[strictly_after]"?: components["parameters"]["query.createdAt-strictly_after"];
                /** @description `updatedAt` is at or before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "updatedAt[before]"?: components["parameters"]["query.updatedAt-before"];
                /** @description `updatedAt` is before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "updatedAt[strictly_before]"?: components["parameters"]["query.updatedAt-strictly_before"];
                /** @description `updatedAt` is at or after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "updatedAt[after]"?: components["parameters"]["query.updatedAt-after"];
                /** @description `updatedAt` is after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "updatedAt[strictly_after]"?: components["parameters"]["query.updatedAt-strictly_after"];
                /** @description `shippedAt` is at or before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "shippedAt[before]"?: components["parameters"]["query.shippedAt-before"];
                /** @description `shippedAt` is before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "shippedAt[strictly_before]"?: components["parameters"]["query.shippedAt-strictly_before"];
                /** @description `shippedAt` is at or after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "shippedAt[after]"?: components["parameters"]["query.shippedAt-after"];
                /** @description `shippedAt` is after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "shippedAt[strictly_after]"?: components["parameters"]["query.shippedAt-strictly_after"];
                /** @description `lastStatusUpdate` is at or before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "lastStatusUpdate[before]"?: components["parameters"]["query.lastStatusUpdate-before"];
                /** @description `lastStatusUpdate` is before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "lastStatusUpdate[strictly_before]"?: components["parameters"]["query.lastStatusUpdate-strictly_before"];
                /** @description `lastStatusUpdate` is at or after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "lastStatusUpdate[after]"?: components["parameters"]["query.lastStatusUpdate-after"];
                /** @description `lastStatusUpdate` is after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "lastStatusUpdate[strictly_after]"?: components["parameters"]["query.lastStatusUpdate-strictly_after"];
                /** @description `expectedDeliveryDate` is at or before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "expectedDeliveryDate[before]"?: components["parameters"]["query.expectedDeliveryDate-before"];
                /** @description `expectedDeliveryDate` is before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "expectedDeliveryDate[strictly_before]"?: components["parameters"]["query.expectedDeliveryDate-strictly_before"];
                /** @description `expectedDeliveryDate` is at or after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "expectedDeliveryDate[after]"?: components["parameters"]["query.expectedDeliveryDate-after"];
                /** @description `expectedDeliveryDate` is after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "expectedDeliveryDate[strictly_after]"?: components["parameters"]["query.expectedDeliveryDate-strictly_after"];
                /** @description `id` equals this. */
                id?: components["parameters"]["query.id"];
                /** @description `id` equals one of these. */
                "id[]"?: components["parameters"]["query.id__"];
                /** @description `trackingNumber` contains this, without regard to case. */
                trackingNumber?: components["parameters"]["query.trackingNumber"];
                /** @description `trackingStatus` equals this. */
                trackingStatus?: components["parameters"]["query.trackingStatus"];
                /** @description `trackingStatus` equals one of these. */
                "trackingStatus[]"?: components["parameters"]["query.trackingStatus__"];
                /** @description `shipmentStatus.code` equals this. */
                "shipmentStatus.code"?: components["parameters"]["query.shipmentStatus.code"];
                /** @description `shipmentStatus.code` equals one of these. */
                "shipmentStatus.code[]"?: components["parameters"]["query.shipmentStatus.code__"];
                /** @description `originCarrier` equals this. */
                originCarrier?: components["parameters"]["query.originCarrier"];
                /** @description `originCarrier` equals one of these. */
                "originCarrier[]"?: components["parameters"]["query.originCarrier__"];
                /** @description `destinationCarrier` equals this. */
                destinationCarrier?: components["parameters"]["query.destinationCarrier"];
                /** @description `destinationCarrier` equals one of these. */
                "destinationCarrier[]"?: components["parameters"]["query.destinationCarrier__"];
                /** @description `originCountry` contains this, without regard to case. */
                originCountry?: components["parameters"]["query.originCountry"];
                /** @description `originCountryIso2` equals this. */
                originCountryIso2?: components["parameters"]["query.originCountryIso2"];
                /** @description `originCountryIso2` equals one of these. */
                "originCountryIso2[]"?: components["parameters"]["query.originCountryIso2__"];
                /** @description `destinationCountry` contains this, without regard to case. */
                destinationCountry?: components["parameters"]["query.destinationCountry"];
                /** @description `destinationCountryIso2` equals this. */
                destinationCountryIso2?: components["parameters"]["query.destinationCountryIso2"];
                /** @description `destinationCountryIso2` equals one of these. */
                "destinationCountryIso2[]"?: components["parameters"]["query.destinationCountryIso2__"];
                /** @description `email` contains this, without regard to case. */
                email?: components["parameters"]["query.email"];
                /** @description `phoneNumber` contains this, without regard to case. */
                phoneNumber?: components["parameters"]["query.phoneNumber"];
                /** @description `address.addressLine1` contains this, without regard to case. */
                "address.addressLine1"?: components["parameters"]["query.address.addressLine1"];
                /** @description `address.addressLine2` contains this, without regard to case. */
                "address.addressLine2"?: components["parameters"]["query.address.addressLine2"];
                /** @description `address.city` contains this, without regard to case. */
                "address.city"?: components["parameters"]["query.address.city"];
                /** @description `address.company` contains this, without regard to case. */
                "address.company"?: components["parameters"]["query.address.company"];
                /** @description `address.countryIso2` equals this. */
                "address.countryIso2"?: components["parameters"]["query.address.countryIso2"];
                /** @description `address.countryIso2` equals one of these. */
                "address.countryIso2[]"?: components["parameters"]["query.address.countryIso2__"];
                /** @description `address.firstName` contains this, without regard to case. */
                "address.firstName"?: components["parameters"]["query.address.firstName"];
                /** @description `address.lastName` contains this, without regard to case. */
                "address.lastName"?: components["parameters"]["query.address.lastName"];
                /** @description `address.postcode` contains this, without regard to case. */
                "address.postcode"?: components["parameters"]["query.address.postcode"];
                /** @description `address.state` contains this, without regard to case. */
                "address.state"?: components["parameters"]["query.address.state"];
                /** @description `daysInTransit` equals this. */
                daysInTransit?: components["parameters"]["query.daysInTransit"];
                /** @description `daysInTransit` equals one of these. */
                "daysInTransit[]"?: components["parameters"]["query.daysInTransit__"];
                /** @description `daysInIdle` equals this. */
                daysInIdle?: components["parameters"]["query.daysInIdle"];
                /** @description `daysInIdle` equals one of these. */
                "daysInIdle[]"?: components["parameters"]["query.daysInIdle__"];
                /** @description `daysInTransit` is between two numbers, both included. */
                "daysInTransit[between]"?: components["parameters"]["query.daysInTransit-between"];
                /** @description `daysInTransit` is greater than this number. */
                "daysInTransit[gt]"?: components["parameters"]["query.daysInTransit-gt"];
                /** @description `daysInTransit` is at least this number. */
                "daysInTransit[gte]"?: components["parameters"]["query.daysInTransit-gte"];
                /** @description `daysInTransit` is less than this number. */
                "daysInTransit[lt]"?: components["parameters"]["query.daysInTransit-lt"];
                /** @description `daysInTransit` is at most this number. */
                "daysInTransit[lte]"?: components["parameters"]["query.daysInTransit-lte"];
                /** @description `reviewTotalScore` is between two numbers, both included. */
                "reviewTotalScore[between]"?: components["parameters"]["query.reviewTotalScore-between"];
                /** @description `reviewTotalScore` is greater than this number. */
                "reviewTotalScore[gt]"?: components["parameters"]["query.reviewTotalScore-gt"];
                /** @description `reviewTotalScore` is at least this number. */
                "reviewTotalScore[gte]"?: components["parameters"]["query.reviewTotalScore-gte"];
                /** @description `reviewTotalScore` is less than this number. */
                "reviewTotalScore[lt]"?: components["parameters"]["query.reviewTotalScore-lt"];
                /** @description `reviewTotalScore` is at most this number. */
                "reviewTotalScore[lte]"?: components["parameters"]["query.reviewTotalScore-lte"];
                /** @description `daysInIdle` is between two numbers, both included. */
                "daysInIdle[between]"?: components["parameters"]["query.daysInIdle-between"];
                /** @description `daysInIdle` is greater than this number. */
                "daysInIdle[gt]"?: components["parameters"]["query.daysInIdle-gt"];
                /** @description `daysInIdle` is at least this number. */
                "daysInIdle[gte]"?: components["parameters"]["query.daysInIdle-gte"];
                /** @description `daysInIdle` is less than this number. */
                "daysInIdle[lt]"?: components["parameters"]["query.daysInIdle-lt"];
                /** @description `daysInIdle` is at most this number. */
                "daysInIdle[lte]"?: components["parameters"]["query.daysInIdle-lte"];
                /** @description `orderNumbers` has no value, or an empty one; `false`: the others. */
                "empty[orderNumbers]"?: components["parameters"]["query.empty-orderNumbers"];
                /** @description `trackingNumber` has no value, or an empty one; `false`: the others. */
                "empty[trackingNumber]"?: components["parameters"]["query.empty-trackingNumber"];
                /** @description `email` has no value, or an empty one; `false`: the others. */
                "empty[email]"?: components["parameters"]["query.empty-email"];
                /** @description `phoneNumber` has no value, or an empty one; `false`: the others. */
                "empty[phoneNumber]"?: components["parameters"]["query.empty-phoneNumber"];
                /** @description `address.addressLine1` has no value, or an empty one; `false`: the others. */
                "empty[address.addressLine1]"?: components["parameters"]["query.empty-address.addressLine1"];
                /** @description `address.addressLine2` has no value, or an empty one; `false`: the others. */
                "empty[address.addressLine2]"?: components["parameters"]["query.empty-address.addressLine2"];
                /** @description `address.city` has no value, or an empty one; `false`: the others. */
                "empty[address.city]"?: components["parameters"]["query.empty-address.city"];
                /** @description `address.company` has no value, or an empty one; `false`: the others. */
                "empty[address.company]"?: components["parameters"]["query.empty-address.company"];
                /** @description `address.firstName` has no value, or an empty one; `false`: the others. */
                "empty[address.firstName]"?: components["parameters"]["query.empty-address.firstName"];
                /** @description `address.lastName` has no value, or an empty one; `false`: the others. */
                "empty[address.lastName]"?: components["parameters"]["query.empty-address.lastName"];
                /** @description `address.postcode` has no value, or an empty one; `false`: the others. */
                "empty[address.postcode]"?: components["parameters"]["query.empty-address.postcode"];
                /** @description `address.state` has no value, or an empty one; `false`: the others. */
                "empty[address.state]"?: components["parameters"]["query.empty-address.state"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of shipments. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["ShipmentCollection-Getc.jsonld"];
                    "application/json": components["schemas"]["Shipment-Getc"][];
                    /** @example trackingNumber,trackingStatus,orderNumbers,email,phoneNumber,daysInTransit,daysInIdle,daysSinceLastCheckpoint,originCarrier,destinationCarrier,originCountry,destinationCountry,originCountryIso2,destinationCountryIso2,shippedAt,expectedDeliveryDate,createdAt,updatedAt,lastStatusUpdate,workspace,review,reviewTotalScore,externalSourceIntegration,externalSourceSyncId,fulfillmentIntegration,fulfillmentSyncId,address.addressLine1,address.addressLine2,address.city,address.company,address.country,address.countryIso2,address.firstName,address.lastName,address.postcode,address.state,shipmentStatus.code,shipmentStatus.title,shipmentStatus.id,shipmentStatus.description,id,externalSourceIntegrationType */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postShipmentCollection: {
        parameters: {
            query?: {
                /** @description The id of a webhook that is not told of this change, because its owner makes it. Empty is none. */
                ignoreWebhookId?: components["parameters"]["query.ignoreWebhookId"];
            };
            header?: {
                /** @description The same key and body within 24 hours answers the first answer again, with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["header.Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "trackingNumber": "TN00000001",
                 *       "orderNumbers": [
                 *         "100042"
                 *       ],
                 *       "originCarrier": "ups",
                 *       "workspace": "/workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6",
                 *       "address": {
                 *         "addressLine1": "1 Main St",
                 *         "city": "Vienna",
                 *         "countryIso2": "AT",
                 *         "postcode": "1010"
                 *       }
                 *     }
                 */
                "application/ld+json": components["schemas"]["Shipment-Post"];
                /**
                 * @example {
                 *       "trackingNumber": "TN00000001",
                 *       "orderNumbers": [
                 *         "100042"
                 *       ],
                 *       "originCarrier": "ups",
                 *       "workspace": "/workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6",
                 *       "address": {
                 *         "addressLine1": "1 Main St",
                 *         "city": "Vienna",
                 *         "countryIso2": "AT",
                 *         "postcode": "1010"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Shipment-Post"];
                /** @example trackingNumber,orderNumbers,email,phoneNumber,originCarrier,workspace,orders,shipmentItems,externalSourceIntegration,externalSourceSyncId,fulfillmentIntegration,fulfillmentSyncId,address.addressLine1,address.addressLine2,address.city,address.company,address.country,address.countryIso2,address.firstName,address.lastName,address.postcode,address.state,shipmentStatus.code,shipmentStatus.title,shipmentStatus.id,shipmentStatus.description */
                "text/csv": string;
            };
        };
        responses: {
            /** @description What became of the lines of a CSV. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CsvImport"];
                };
            };
            /** @description The new shipment. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Shipment-Get.jsonld"];
                    "application/json": components["schemas"]["Shipment-Get"];
                    /** @example trackingNumber,trackingStatus,orderNumbers,email,phoneNumber,daysInTransit,daysInIdle,daysSinceLastCheckpoint,originCarrier,destinationCarrier,originCountry,destinationCountry,originCountryIso2,destinationCountryIso2,shippedAt,expectedDeliveryDate,createdAt,updatedAt,lastStatusUpdate,workspace,review,reviewTotalScore,orders,shipmentItems,externalSourceIntegration,externalSourceSyncId,fulfillmentIntegration,fulfillmentSyncId,address.addressLine1,address.addressLine2,address.city,address.company,address.country,address.countryIso2,address.firstName,address.lastName,address.postcode,address.state,shipmentStatus.code,shipmentStatus.title,shipmentStatus.id,shipmentStatus.description,id,externalSourceIntegrationType */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getShipmentItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The shipment's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The shipment. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Accept-Patch": components["headers"]["Accept-Patch"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Shipment-Get.jsonld"];
                    "application/json": components["schemas"]["Shipment-Get"];
                    /** @example trackingNumber,trackingStatus,orderNumbers,email,phoneNumber,daysInTransit,daysInIdle,daysSinceLastCheckpoint,originCarrier,destinationCarrier,originCountry,destinationCountry,originCountryIso2,destinationCountryIso2,shippedAt,expectedDeliveryDate,createdAt,updatedAt,lastStatusUpdate,workspace,review,reviewTotalScore,orders,shipmentItems,externalSourceIntegration,externalSourceSyncId,fulfillmentIntegration,fulfillmentSyncId,address.addressLine1,address.addressLine2,address.city,address.company,address.country,address.countryIso2,address.firstName,address.lastName,address.postcode,address.state,shipmentStatus.code,shipmentStatus.title,shipmentStatus.id,shipmentStatus.description,id,externalSourceIntegrationType */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    putShipmentItem: {
        parameters: {
            query?: {
                /** @description The id of a webhook that is not told of this change, because its owner makes it. Empty is none. */
                ignoreWebhookId?: components["parameters"]["query.ignoreWebhookId"];
            };
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The shipment's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "trackingNumber": "TN00000001",
                 *       "orderNumbers": [
                 *         "100042"
                 *       ],
                 *       "originCarrier": "ups",
                 *       "address": {
                 *         "addressLine1": "1 Main St",
                 *         "city": "Vienna",
                 *         "countryIso2": "AT",
                 *         "postcode": "1010"
                 *       }
                 *     }
                 */
                "application/ld+json": components["schemas"]["Shipment-Put"];
                /**
                 * @example {
                 *       "trackingNumber": "TN00000001",
                 *       "orderNumbers": [
                 *         "100042"
                 *       ],
                 *       "originCarrier": "ups",
                 *       "address": {
                 *         "addressLine1": "1 Main St",
                 *         "city": "Vienna",
                 *         "countryIso2": "AT",
                 *         "postcode": "1010"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Shipment-Put"];
            };
        };
        responses: {
            /** @description The shipment as it is now. */
            200: {
                headers: {
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Shipment-Get.jsonld"];
                    "application/json": components["schemas"]["Shipment-Get"];
                    /** @example trackingNumber,trackingStatus,orderNumbers,email,phoneNumber,daysInTransit,daysInIdle,daysSinceLastCheckpoint,originCarrier,destinationCarrier,originCountry,destinationCountry,originCountryIso2,destinationCountryIso2,shippedAt,expectedDeliveryDate,createdAt,updatedAt,lastStatusUpdate,workspace,review,reviewTotalScore,orders,shipmentItems,externalSourceIntegration,externalSourceSyncId,fulfillmentIntegration,fulfillmentSyncId,address.addressLine1,address.addressLine2,address.city,address.company,address.country,address.countryIso2,address.firstName,address.lastName,address.postcode,address.state,shipmentStatus.code,shipmentStatus.title,shipmentStatus.id,shipmentStatus.description,id,externalSourceIntegrationType */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteShipmentItem: {
        parameters: {
            query?: {
                /** @description The id of a webhook that is not told of this change, because its owner makes it. Empty is none. */
                ignoreWebhookId?: components["parameters"]["query.ignoreWebhookId"];
            };
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The shipment's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    patchShipmentItem: {
        parameters: {
            query?: {
                /** @description The id of a webhook that is not told of this change, because its owner makes it. Empty is none. */
                ignoreWebhookId?: components["parameters"]["query.ignoreWebhookId"];
            };
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The shipment's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "trackingNumber": "TN00000001",
                 *       "orderNumbers": [
                 *         "100042"
                 *       ],
                 *       "originCarrier": "ups",
                 *       "address": {
                 *         "addressLine1": "1 Main St",
                 *         "city": "Vienna",
                 *         "countryIso2": "AT",
                 *         "postcode": "1010"
                 *       }
                 *     }
                 */
                "application/merge-patch+json": components["schemas"]["Shipment-Put"];
            };
        };
        responses: {
            /** @description The shipment as it is now. */
            200: {
                headers: {
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Shipment-Get.jsonld"];
                    "application/json": components["schemas"]["Shipment-Get"];
                    /** @example trackingNumber,trackingStatus,orderNumbers,email,phoneNumber,daysInTransit,daysInIdle,daysSinceLastCheckpoint,originCarrier,destinationCarrier,originCountry,destinationCountry,originCountryIso2,destinationCountryIso2,shippedAt,expectedDeliveryDate,createdAt,updatedAt,lastStatusUpdate,workspace,review,reviewTotalScore,orders,shipmentItems,externalSourceIntegration,externalSourceSyncId,fulfillmentIntegration,fulfillmentSyncId,address.addressLine1,address.addressLine2,address.city,address.company,address.country,address.countryIso2,address.firstName,address.lastName,address.postcode,address.state,shipmentStatus.code,shipmentStatus.title,shipmentStatus.id,shipmentStatus.description,id,externalSourceIntegrationType */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    api_workspaces_shipments_get_subresourceWorkspaceSubresource: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description Sorts by `id`. Several sort in the order in which they are sent. */
                "order[id]"?: components["parameters"]["query.order-id"];
                /** @description Sorts by `trackingNumber`. Several sort in the order in which they are sent. */
                "order[trackingNumber]"?: components["parameters"]["query.order-trackingNumber"];
                /** @description Sorts by `trackingStatus`. Several sort in the order in which they are sent. */
                "order[trackingStatus]"?: components["parameters"]["query.order-trackingStatus"];
                /** @description Sorts by `shipmentStatus.code`. Several sort in the order in which they are sent. */
                "order[shipmentStatus.code]"?: components["parameters"]["query.order-shipmentStatus.code"];
                /** @description Sorts by `originCarrier`. Several sort in the order in which they are sent. */
                "order[originCarrier]"?: components["parameters"]["query.order-originCarrier"];
                /** @description Sorts by `destinationCarrier`. Several sort in the order in which they are sent. */
                "order[destinationCarrier]"?: components["parameters"]["query.order-destinationCarrier"];
                /** @description Sorts by `createdAt`. Several sort in the order in which they are sent. */
                "order[createdAt]"?: components["parameters"]["query.order-createdAt"];
                /** @description Sorts by `updatedAt`. Several sort in the order in which they are sent. */
                "order[updatedAt]"?: components["parameters"]["query.order-updatedAt"];
                /** @description Sorts by `shippedAt`. Several sort in the order in which they are sent. */
                "order[shippedAt]"?: components["parameters"]["query.order-shippedAt"];
                /** @description Sorts by `lastStatusUpdate`. Several sort in the order in which they are sent. */
                "order[lastStatusUpdate]"?: components["parameters"]["query.order-lastStatusUpdate"];
                /** @description Sorts by `expectedDeliveryDate`. Several sort in the order in which they are sent. */
                "order[expectedDeliveryDate]"?: components["parameters"]["query.order-expectedDeliveryDate"];
                /** @description Sorts by `originCountry`. Several sort in the order in which they are sent. */
                "order[originCountry]"?: components["parameters"]["query.order-originCountry"];
                /** @description Sorts by `destinationCountry`. Several sort in the order in which they are sent. */
                "order[destinationCountry]"?: components["parameters"]["query.order-destinationCountry"];
                /** @description Sorts by `originCountryIso2`. Several sort in the order in which they are sent. */
                "order[originCountryIso2]"?: components["parameters"]["query.order-originCountryIso2"];
                /** @description Sorts by `destinationCountryIso2`. Several sort in the order in which they are sent. */
                "order[destinationCountryIso2]"?: components["parameters"]["query.order-destinationCountryIso2"];
                /** @description Sorts by `email`. Several sort in the order in which they are sent. */
                "order[email]"?: components["parameters"]["query.order-email"];
                /** @description Sorts by `phoneNumber`. Several sort in the order in which they are sent. */
                "order[phoneNumber]"?: components["parameters"]["query.order-phoneNumber"];
                /** @description Sorts by `daysInTransit`. Several sort in the order in which they are sent. */
                "order[daysInTransit]"?: components["parameters"]["query.order-daysInTransit"];
                /** @description Sorts by `reviewTotalScore`. Several sort in the order in which they are sent. */
                "order[reviewTotalScore]"?: components["parameters"]["query.order-reviewTotalScore"];
                /** @description Sorts by `address.addressLine1`. Several sort in the order in which they are sent. */
                "order[address.addressLine1]"?: components["parameters"]["query.order-address.addressLine1"];
                /** @description Sorts by `address.addressLine2`. Several sort in the order in which they are sent. */
                "order[address.addressLine2]"?: components["parameters"]["query.order-address.addressLine2"];
                /** @description Sorts by `address.city`. Several sort in the order in which they are sent. */
                "order[address.city]"?: components["parameters"]["query.order-address.city"];
                /** @description Sorts by `address.company`. Several sort in the order in which they are sent. */
                "order[address.company]"?: components["parameters"]["query.order-address.company"];
                /** @description Sorts by `address.countryIso2`. Several sort in the order in which they are sent. */
                "order[address.countryIso2]"?: components["parameters"]["query.order-address.countryIso2"];
                /** @description Sorts by `address.firstName`. Several sort in the order in which they are sent. */
                "order[address.firstName]"?: components["parameters"]["query.order-address.firstName"];
                /** @description Sorts by `address.lastName`. Several sort in the order in which they are sent. */
                "order[address.lastName]"?: components["parameters"]["query.order-address.lastName"];
                /** @description Sorts by `address.postcode`. Several sort in the order in which they are sent. */
                "order[address.postcode]"?: components["parameters"]["query.order-address.postcode"];
                /** @description Sorts by `address.state`. Several sort in the order in which they are sent. */
                "order[address.state]"?: components["parameters"]["query.order-address.state"];
                /** @description Sorts by `daysInIdle`. Several sort in the order in which they are sent. */
                "order[daysInIdle]"?: components["parameters"]["query.order-daysInIdle"];
                /** @description Sorts by `orderNumbers`. Several sort in the order in which they are sent. */
                "order[orderNumbers]"?: components["parameters"]["query.order-orderNumbers"];
                /** @description `orderNumbers` equals this. */
                orderNumbers?: components["parameters"]["query.orderNumbers"];
                /** @description `orderNumbers` equals one of these. */
                "orderNumbers[]"?: components["parameters"]["query.orderNumbers__"];
                /** @description `createdAt` is at or before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "createdAt[before]"?: components["parameters"]["query.createdAt-before"];
                /** @description `createdAt` is before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "createdAt[strictly_before]"?: components["parameters"]["query.createdAt-strictly_before"];
                /** @description `createdAt` is at or after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "createdAt[after]"?: components["parameters"]["query.createdAt-after"];
                /** @description `createdAt` is after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "createdAt[strictly_after]"?: components["parameters"]["query.createdAt-strictly_after"];
                /** @description `updatedAt` is at or before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "updatedAt[before]"?: components["parameters"]["query.updatedAt-before"];
                /** @description `updatedAt` is before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "updatedAt[strictly_before]"?: components["parameters"]["query.updatedAt-strictly_before"];
                /** @description `updatedAt` is at or after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "updatedAt[after]"?: components["parameters"]["query.updatedAt-after"];
                /** @description `updatedAt` is after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "updatedAt[strictly_after]"?: components["parameters"]["query.updatedAt-strictly_after"];
                /** @description `shippedAt` is at or before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "shippedAt[before]"?: components["parameters"]["query.shippedAt-before"];
                /** @description `shippedAt` is before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "shippedAt[strictly_before]"?: components["parameters"]["query.shippedAt-strictly_before"];
                /** @description `shippedAt` is at or after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "shippedAt[after]"?: components["parameters"]["query.shippedAt-after"];
                /** @description `shippedAt` is after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "shippedAt[strictly_after]"?: components["parameters"]["query.shippedAt-strictly_after"];
                /** @description `lastStatusUpdate` is at or before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "lastStatusUpdate[before]"?: components["parameters"]["query.lastStatusUpdate-before"];
                /** @description `lastStatusUpdate` is before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "lastStatusUpdate[strictly_before]"?: components["parameters"]["query.lastStatusUpdate-strictly_before"];
                /** @description `lastStatusUpdate` is at or after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "lastStatusUpdate[after]"?: components["parameters"]["query.lastStatusUpdate-after"];
                /** @description `lastStatusUpdate` is after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "lastStatusUpdate[strictly_after]"?: components["parameters"]["query.lastStatusUpdate-strictly_after"];
                /** @description `expectedDeliveryDate` is at or before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "expectedDeliveryDate[before]"?: components["parameters"]["query.expectedDeliveryDate-before"];
                /** @description `expectedDeliveryDate` is before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "expectedDeliveryDate[strictly_before]"?: components["parameters"]["query.expectedDeliveryDate-strictly_before"];
                /** @description `expectedDeliveryDate` is at or after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "expectedDeliveryDate[after]"?: components["parameters"]["query.expectedDeliveryDate-after"];
                /** @description `expectedDeliveryDate` is after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "expectedDeliveryDate[strictly_after]"?: components["parameters"]["query.expectedDeliveryDate-strictly_after"];
                /** @description `id` equals this. */
                id?: components["parameters"]["query.id"];
                /** @description `id` equals one of these. */
                "id[]"?: components["parameters"]["query.id__"];
                /** @description `trackingNumber` contains this, without regard to case. */
                trackingNumber?: components["parameters"]["query.trackingNumber"];
                /** @description `trackingStatus` equals this. */
                trackingStatus?: components["parameters"]["query.trackingStatus"];
                /** @description `trackingStatus` equals one of these. */
                "trackingStatus[]"?: components["parameters"]["query.trackingStatus__"];
                /** @description `shipmentStatus.code` equals this. */
                "shipmentStatus.code"?: components["parameters"]["query.shipmentStatus.code"];
                /** @description `shipmentStatus.code` equals one of these. */
                "shipmentStatus.code[]"?: components["parameters"]["query.shipmentStatus.code__"];
                /** @description `originCarrier` equals this. */
                originCarrier?: components["parameters"]["query.originCarrier"];
                /** @description `originCarrier` equals one of these. */
                "originCarrier[]"?: components["parameters"]["query.originCarrier__"];
                /** @description `destinationCarrier` equals this. */
                destinationCarrier?: components["parameters"]["query.destinationCarrier"];
                /** @description `destinationCarrier` equals one of these. */
                "destinationCarrier[]"?: components["parameters"]["query.destinationCarrier__"];
                /** @description `originCountry` contains this, without regard to case. */
                originCountry?: components["parameters"]["query.originCountry"];
                /** @description `originCountryIso2` equals this. */
                originCountryIso2?: components["parameters"]["query.originCountryIso2"];
                /** @description `originCountryIso2` equals one of these. */
                "originCountryIso2[]"?: components["parameters"]["query.originCountryIso2__"];
                /** @description `destinationCountry` contains this, without regard to case. */
                destinationCountry?: components["parameters"]["query.destinationCountry"];
                /** @description `destinationCountryIso2` equals this. */
                destinationCountryIso2?: components["parameters"]["query.destinationCountryIso2"];
                /** @description `destinationCountryIso2` equals one of these. */
                "destinationCountryIso2[]"?: components["parameters"]["query.destinationCountryIso2__"];
                /** @description `email` contains this, without regard to case. */
                email?: components["parameters"]["query.email"];
                /** @description `phoneNumber` contains this, without regard to case. */
                phoneNumber?: components["parameters"]["query.phoneNumber"];
                /** @description `address.addressLine1` contains this, without regard to case. */
                "address.addressLine1"?: components["parameters"]["query.address.addressLine1"];
                /** @description `address.addressLine2` contains this, without regard to case. */
                "address.addressLine2"?: components["parameters"]["query.address.addressLine2"];
                /** @description `address.city` contains this, without regard to case. */
                "address.city"?: components["parameters"]["query.address.city"];
                /** @description `address.company` contains this, without regard to case. */
                "address.company"?: components["parameters"]["query.address.company"];
                /** @description `address.countryIso2` equals this. */
                "address.countryIso2"?: components["parameters"]["query.address.countryIso2"];
                /** @description `address.countryIso2` equals one of these. */
                "address.countryIso2[]"?: components["parameters"]["query.address.countryIso2__"];
                /** @description `address.firstName` contains this, without regard to case. */
                "address.firstName"?: components["parameters"]["query.address.firstName"];
                /** @description `address.lastName` contains this, without regard to case. */
                "address.lastName"?: components["parameters"]["query.address.lastName"];
                /** @description `address.postcode` contains this, without regard to case. */
                "address.postcode"?: components["parameters"]["query.address.postcode"];
                /** @description `address.state` contains this, without regard to case. */
                "address.state"?: components["parameters"]["query.address.state"];
                /** @description `daysInTransit` equals this. */
                daysInTransit?: components["parameters"]["query.daysInTransit"];
                /** @description `daysInTransit` equals one of these. */
                "daysInTransit[]"?: components["parameters"]["query.daysInTransit__"];
                /** @description `daysInIdle` equals this. */
                daysInIdle?: components["parameters"]["query.daysInIdle"];
                /** @description `daysInIdle` equals one of these. */
                "daysInIdle[]"?: components["parameters"]["query.daysInIdle__"];
                /** @description `daysInTransit` is between two numbers, both included. */
                "daysInTransit[between]"?: components["parameters"]["query.daysInTransit-between"];
                /** @description `daysInTransit` is greater than this number. */
                "daysInTransit[gt]"?: components["parameters"]["query.daysInTransit-gt"];
                /** @description `daysInTransit` is at least this number. */
                "daysInTransit[gte]"?: components["parameters"]["query.daysInTransit-gte"];
                /** @description `daysInTransit` is less than this number. */
                "daysInTransit[lt]"?: components["parameters"]["query.daysInTransit-lt"];
                /** @description `daysInTransit` is at most this number. */
                "daysInTransit[lte]"?: components["parameters"]["query.daysInTransit-lte"];
                /** @description `reviewTotalScore` is between two numbers, both included. */
                "reviewTotalScore[between]"?: components["parameters"]["query.reviewTotalScore-between"];
                /** @description `reviewTotalScore` is greater than this number. */
                "reviewTotalScore[gt]"?: components["parameters"]["query.reviewTotalScore-gt"];
                /** @description `reviewTotalScore` is at least this number. */
                "reviewTotalScore[gte]"?: components["parameters"]["query.reviewTotalScore-gte"];
                /** @description `reviewTotalScore` is less than this number. */
                "reviewTotalScore[lt]"?: components["parameters"]["query.reviewTotalScore-lt"];
                /** @description `reviewTotalScore` is at most this number. */
                "reviewTotalScore[lte]"?: components["parameters"]["query.reviewTotalScore-lte"];
                /** @description `daysInIdle` is between two numbers, both included. */
                "daysInIdle[between]"?: components["parameters"]["query.daysInIdle-between"];
                /** @description `daysInIdle` is greater than this number. */
                "daysInIdle[gt]"?: components["parameters"]["query.daysInIdle-gt"];
                /** @description `daysInIdle` is at least this number. */
                "daysInIdle[gte]"?: components["parameters"]["query.daysInIdle-gte"];
                /** @description `daysInIdle` is less than this number. */
                "daysInIdle[lt]"?: components["parameters"]["query.daysInIdle-lt"];
                /** @description `daysInIdle` is at most this number. */
                "daysInIdle[lte]"?: components["parameters"]["query.daysInIdle-lte"];
                /** @description `orderNumbers` has no value, or an empty one; `false`: the others. */
                "empty[orderNumbers]"?: components["parameters"]["query.empty-orderNumbers"];
                /** @description `trackingNumber` has no value, or an empty one; `false`: the others. */
                "empty[trackingNumber]"?: components["parameters"]["query.empty-trackingNumber"];
                /** @description `email` has no value, or an empty one; `false`: the others. */
                "empty[email]"?: components["parameters"]["query.empty-email"];
                /** @description `phoneNumber` has no value, or an empty one; `false`: the others. */
                "empty[phoneNumber]"?: components["parameters"]["query.empty-phoneNumber"];
                /** @description `address.addressLine1` has no value, or an empty one; `false`: the others. */
                "empty[address.addressLine1]"?: components["parameters"]["query.empty-address.addressLine1"];
                /** @description `address.addressLine2` has no value, or an empty one; `false`: the others. */
                "empty[address.addressLine2]"?: components["parameters"]["query.empty-address.addressLine2"];
                /** @description `address.city` has no value, or an empty one; `false`: the others. */
                "empty[address.city]"?: components["parameters"]["query.empty-address.city"];
                /** @description `address.company` has no value, or an empty one; `false`: the others. */
                "empty[address.company]"?: components["parameters"]["query.empty-address.company"];
                /** @description `address.firstName` has no value, or an empty one; `false`: the others. */
                "empty[address.firstName]"?: components["parameters"]["query.empty-address.firstName"];
                /** @description `address.lastName` has no value, or an empty one; `false`: the others. */
                "empty[address.lastName]"?: components["parameters"]["query.empty-address.lastName"];
                /** @description `address.postcode` has no value, or an empty one; `false`: the others. */
                "empty[address.postcode]"?: components["parameters"]["query.empty-address.postcode"];
                /** @description `address.state` has no value, or an empty one; `false`: the others. */
                "empty[address.state]"?: components["parameters"]["query.empty-address.state"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The workspace's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of shipments. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["ShipmentCollection-Get.jsonld"];
                    "application/json": components["schemas"]["Shipment-Get"][];
                    /** @example trackingNumber,trackingStatus,orderNumbers,email,phoneNumber,daysInTransit,daysInIdle,daysSinceLastCheckpoint,originCarrier,destinationCarrier,originCountry,destinationCountry,originCountryIso2,destinationCountryIso2,shippedAt,expectedDeliveryDate,createdAt,updatedAt,lastStatusUpdate,workspace,review,reviewTotalScore,orders,shipmentItems,externalSourceIntegration,externalSourceSyncId,fulfillmentIntegration,fulfillmentSyncId,address.addressLine1,address.addressLine2,address.city,address.company,address.country,address.countryIso2,address.firstName,address.lastName,address.postcode,address.state,shipmentStatus.code,shipmentStatus.title,shipmentStatus.id,shipmentStatus.description,id,externalSourceIntegrationType */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    api_teams_workspaces_shipments_get_subresourceTeamSubresource: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description Sorts by `id`. Several sort in the order in which they are sent. */
                "order[id]"?: components["parameters"]["query.order-id"];
                /** @description Sorts by `trackingNumber`. Several sort in the order in which they are sent. */
                "order[trackingNumber]"?: components["parameters"]["query.order-trackingNumber"];
                /** @description Sorts by `trackingStatus`. Several sort in the order in which they are sent. */
                "order[trackingStatus]"?: components["parameters"]["query.order-trackingStatus"];
                /** @description Sorts by `shipmentStatus.code`. Several sort in the order in which they are sent. */
                "order[shipmentStatus.code]"?: components["parameters"]["query.order-shipmentStatus.code"];
                /** @description Sorts by `originCarrier`. Several sort in the order in which they are sent. */
                "order[originCarrier]"?: components["parameters"]["query.order-originCarrier"];
                /** @description Sorts by `destinationCarrier`. Several sort in the order in which they are sent. */
                "order[destinationCarrier]"?: components["parameters"]["query.order-destinationCarrier"];
                /** @description Sorts by `createdAt`. Several sort in the order in which they are sent. */
                "order[createdAt]"?: components["parameters"]["query.order-createdAt"];
                /** @description Sorts by `updatedAt`. Several sort in the order in which they are sent. */
                "order[updatedAt]"?: components["parameters"]["query.order-updatedAt"];
                /** @description Sorts by `shippedAt`. Several sort in the order in which they are sent. */
                "order[shippedAt]"?: components["parameters"]["query.order-shippedAt"];
                /** @description Sorts by `lastStatusUpdate`. Several sort in the order in which they are sent. */
                "order[lastStatusUpdate]"?: components["parameters"]["query.order-lastStatusUpdate"];
                /** @description Sorts by `expectedDeliveryDate`. Several sort in the order in which they are sent. */
                "order[expectedDeliveryDate]"?: components["parameters"]["query.order-expectedDeliveryDate"];
                /** @description Sorts by `originCountry`. Several sort in the order in which they are sent. */
                "order[originCountry]"?: components["parameters"]["query.order-originCountry"];
                /** @description Sorts by `destinationCountry`. Several sort in the order in which they are sent. */
                "order[destinationCountry]"?: components["parameters"]["query.order-destinationCountry"];
                /** @description Sorts by `originCountryIso2`. Several sort in the order in which they are sent. */
                "order[originCountryIso2]"?: components["parameters"]["query.order-originCountryIso2"];
                /** @description Sorts by `destinationCountryIso2`. Several sort in the order in which they are sent. */
                "order[destinationCountryIso2]"?: components["parameters"]["query.order-destinationCountryIso2"];
                /** @description Sorts by `email`. Several sort in the order in which they are sent. */
                "order[email]"?: components["parameters"]["query.order-email"];
                /** @description Sorts by `phoneNumber`. Several sort in the order in which they are sent. */
                "order[phoneNumber]"?: components["parameters"]["query.order-phoneNumber"];
                /** @description Sorts by `daysInTransit`. Several sort in the order in which they are sent. */
                "order[daysInTransit]"?: components["parameters"]["query.order-daysInTransit"];
                /** @description Sorts by `reviewTotalScore`. Several sort in the order in which they are sent. */
                "order[reviewTotalScore]"?: components["parameters"]["query.order-reviewTotalScore"];
                /** @description Sorts by `address.addressLine1`. Several sort in the order in which they are sent. */
                "order[address.addressLine1]"?: components["parameters"]["query.order-address.addressLine1"];
                /** @description Sorts by `address.addressLine2`. Several sort in the order in which they are sent. */
                "order[address.addressLine2]"?: components["parameters"]["query.order-address.addressLine2"];
                /** @description Sorts by `address.city`. Several sort in the order in which they are sent. */
                "order[address.city]"?: components["parameters"]["query.order-address.city"];
                /** @description Sorts by `address.company`. Several sort in the order in which they are sent. */
                "order[address.company]"?: components["parameters"]["query.order-address.company"];
                /** @description Sorts by `address.countryIso2`. Several sort in the order in which they are sent. */
                "order[address.countryIso2]"?: components["parameters"]["query.order-address.countryIso2"];
                /** @description Sorts by `address.firstName`. Several sort in the order in which they are sent. */
                "order[address.firstName]"?: components["parameters"]["query.order-address.firstName"];
                /** @description Sorts by `address.lastName`. Several sort in the order in which they are sent. */
                "order[address.lastName]"?: components["parameters"]["query.order-address.lastName"];
                /** @description Sorts by `address.postcode`. Several sort in the order in which they are sent. */
                "order[address.postcode]"?: components["parameters"]["query.order-address.postcode"];
                /** @description Sorts by `address.state`. Several sort in the order in which they are sent. */
                "order[address.state]"?: components["parameters"]["query.order-address.state"];
                /** @description Sorts by `daysInIdle`. Several sort in the order in which they are sent. */
                "order[daysInIdle]"?: components["parameters"]["query.order-daysInIdle"];
                /** @description Sorts by `orderNumbers`. Several sort in the order in which they are sent. */
                "order[orderNumbers]"?: components["parameters"]["query.order-orderNumbers"];
                /** @description `orderNumbers` equals this. */
                orderNumbers?: components["parameters"]["query.orderNumbers"];
                /** @description `orderNumbers` equals one of these. */
                "orderNumbers[]"?: components["parameters"]["query.orderNumbers__"];
                /** @description `createdAt` is at or before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "createdAt[before]"?: components["parameters"]["query.createdAt-before"];
                /** @description `createdAt` is before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "createdAt[strictly_before]"?: components["parameters"]["query.createdAt-strictly_before"];
                /** @description `createdAt` is at or after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "createdAt[after]"?: components["parameters"]["query.createdAt-after"];
                /** @description `createdAt` is after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "createdAt[strictly_after]"?: components["parameters"]["query.createdAt-strictly_after"];
                /** @description `updatedAt` is at or before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "updatedAt[before]"?: components["parameters"]["query.updatedAt-before"];
                /** @description `updatedAt` is before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "updatedAt[strictly_before]"?: components["parameters"]["query.updatedAt-strictly_before"];
                /** @description `updatedAt` is at or after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "updatedAt[after]"?: components["parameters"]["query.updatedAt-after"];
                /** @description `updatedAt` is after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "updatedAt[strictly_after]"?: components["parameters"]["query.updatedAt-strictly_after"];
                /** @description `shippedAt` is at or before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "shippedAt[before]"?: components["parameters"]["query.shippedAt-before"];
                /** @description `shippedAt` is before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "shippedAt[strictly_before]"?: components["parameters"]["query.shippedAt-strictly_before"];
                /** @description `shippedAt` is at or after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "shippedAt[after]"?: components["parameters"]["query.shippedAt-after"];
                /** @description `shippedAt` is after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "shippedAt[strictly_after]"?: components["parameters"]["query.shippedAt-strictly_after"];
                /** @description `lastStatusUpdate` is at or before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "lastStatusUpdate[before]"?: components["parameters"]["query.lastStatusUpdate-before"];
                /** @description `lastStatusUpdate` is before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "lastStatusUpdate[strictly_before]"?: components["parameters"]["query.lastStatusUpdate-strictly_before"];
                /** @description `lastStatusUpdate` is at or after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "lastStatusUpdate[after]"?: components["parameters"]["query.lastStatusUpdate-after"];
                /** @description `lastStatusUpdate` is after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "lastStatusUpdate[strictly_after]"?: components["parameters"]["query.lastStatusUpdate-strictly_after"];
                /** @description `expectedDeliveryDate` is at or before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "expectedDeliveryDate[before]"?: components["parameters"]["query.expectedDeliveryDate-before"];
                /** @description `expectedDeliveryDate` is before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "expectedDeliveryDate[strictly_before]"?: components["parameters"]["query.expectedDeliveryDate-strictly_before"];
                /** @description `expectedDeliveryDate` is at or after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "expectedDeliveryDate[after]"?: components["parameters"]["query.expectedDeliveryDate-after"];
                /** @description `expectedDeliveryDate` is after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "expectedDeliveryDate[strictly_after]"?: components["parameters"]["query.expectedDeliveryDate-strictly_after"];
                /** @description `id` equals this. */
                id?: components["parameters"]["query.id"];
                /** @description `id` equals one of these. */
                "id[]"?: components["parameters"]["query.id__"];
                /** @description `trackingNumber` contains this, without regard to case. */
                trackingNumber?: components["parameters"]["query.trackingNumber"];
                /** @description `trackingStatus` equals this. */
                trackingStatus?: components["parameters"]["query.trackingStatus"];
                /** @description `trackingStatus` equals one of these. */
                "trackingStatus[]"?: components["parameters"]["query.trackingStatus__"];
                /** @description `shipmentStatus.code` equals this. */
                "shipmentStatus.code"?: components["parameters"]["query.shipmentStatus.code"];
                /** @description `shipmentStatus.code` equals one of these. */
                "shipmentStatus.code[]"?: components["parameters"]["query.shipmentStatus.code__"];
                /** @description `originCarrier` equals this. */
                originCarrier?: components["parameters"]["query.originCarrier"];
                /** @description `originCarrier` equals one of these. */
                "originCarrier[]"?: components["parameters"]["query.originCarrier__"];
                /** @description `destinationCarrier` equals this. */
                destinationCarrier?: components["parameters"]["query.destinationCarrier"];
                /** @description `destinationCarrier` equals one of these. */
                "destinationCarrier[]"?: components["parameters"]["query.destinationCarrier__"];
                /** @description `originCountry` contains this, without regard to case. */
                originCountry?: components["parameters"]["query.originCountry"];
                /** @description `originCountryIso2` equals this. */
                originCountryIso2?: components["parameters"]["query.originCountryIso2"];
                /** @description `originCountryIso2` equals one of these. */
                "originCountryIso2[]"?: components["parameters"]["query.originCountryIso2__"];
                /** @description `destinationCountry` contains this, without regard to case. */
                destinationCountry?: components["parameters"]["query.destinationCountry"];
                /** @description `destinationCountryIso2` equals this. */
                destinationCountryIso2?: components["parameters"]["query.destinationCountryIso2"];
                /** @description `destinationCountryIso2` equals one of these. */
                "destinationCountryIso2[]"?: components["parameters"]["query.destinationCountryIso2__"];
                /** @description `email` contains this, without regard to case. */
                email?: components["parameters"]["query.email"];
                /** @description `phoneNumber` contains this, without regard to case. */
                phoneNumber?: components["parameters"]["query.phoneNumber"];
                /** @description `address.addressLine1` contains this, without regard to case. */
                "address.addressLine1"?: components["parameters"]["query.address.addressLine1"];
                /** @description `address.addressLine2` contains this, without regard to case. */
                "address.addressLine2"?: components["parameters"]["query.address.addressLine2"];
                /** @description `address.city` contains this, without regard to case. */
                "address.city"?: components["parameters"]["query.address.city"];
                /** @description `address.company` contains this, without regard to case. */
                "address.company"?: components["parameters"]["query.address.company"];
                /** @description `address.countryIso2` equals this. */
                "address.countryIso2"?: components["parameters"]["query.address.countryIso2"];
                /** @description `address.countryIso2` equals one of these. */
                "address.countryIso2[]"?: components["parameters"]["query.address.countryIso2__"];
                /** @description `address.firstName` contains this, without regard to case. */
                "address.firstName"?: components["parameters"]["query.address.firstName"];
                /** @description `address.lastName` contains this, without regard to case. */
                "address.lastName"?: components["parameters"]["query.address.lastName"];
                /** @description `address.postcode` contains this, without regard to case. */
                "address.postcode"?: components["parameters"]["query.address.postcode"];
                /** @description `address.state` contains this, without regard to case. */
                "address.state"?: components["parameters"]["query.address.state"];
                /** @description `daysInTransit` equals this. */
                daysInTransit?: components["parameters"]["query.daysInTransit"];
                /** @description `daysInTransit` equals one of these. */
                "daysInTransit[]"?: components["parameters"]["query.daysInTransit__"];
                /** @description `daysInIdle` equals this. */
                daysInIdle?: components["parameters"]["query.daysInIdle"];
                /** @description `daysInIdle` equals one of these. */
                "daysInIdle[]"?: components["parameters"]["query.daysInIdle__"];
                /** @description `daysInTransit` is between two numbers, both included. */
                "daysInTransit[between]"?: components["parameters"]["query.daysInTransit-between"];
                /** @description `daysInTransit` is greater than this number. */
                "daysInTransit[gt]"?: components["parameters"]["query.daysInTransit-gt"];
                /** @description `daysInTransit` is at least this number. */
                "daysInTransit[gte]"?: components["parameters"]["query.daysInTransit-gte"];
                /** @description `daysInTransit` is less than this number. */
                "daysInTransit[lt]"?: components["parameters"]["query.daysInTransit-lt"];
                /** @description `daysInTransit` is at most this number. */
                "daysInTransit[lte]"?: components["parameters"]["query.daysInTransit-lte"];
                /** @description `reviewTotalScore` is between two numbers, both included. */
                "reviewTotalScore[between]"?: components["parameters"]["query.reviewTotalScore-between"];
                /** @description `reviewTotalScore` is greater than this number. */
                "reviewTotalScore[gt]"?: components["parameters"]["query.reviewTotalScore-gt"];
                /** @description `reviewTotalScore` is at least this number. */
                "reviewTotalScore[gte]"?: components["parameters"]["query.reviewTotalScore-gte"];
                /** @description `reviewTotalScore` is less than this number. */
                "reviewTotalScore[lt]"?: components["parameters"]["query.reviewTotalScore-lt"];
                /** @description `reviewTotalScore` is at most this number. */
                "reviewTotalScore[lte]"?: components["parameters"]["query.reviewTotalScore-lte"];
                /** @description `daysInIdle` is between two numbers, both included. */
                "daysInIdle[between]"?: components["parameters"]["query.daysInIdle-between"];
                /** @description `daysInIdle` is greater than this number. */
                "daysInIdle[gt]"?: components["parameters"]["query.daysInIdle-gt"];
                /** @description `daysInIdle` is at least this number. */
                "daysInIdle[gte]"?: components["parameters"]["query.daysInIdle-gte"];
                /** @description `daysInIdle` is less than this number. */
                "daysInIdle[lt]"?: components["parameters"]["query.daysInIdle-lt"];
                /** @description `daysInIdle` is at most this number. */
                "daysInIdle[lte]"?: components["parameters"]["query.daysInIdle-lte"];
                /** @description `orderNumbers` has no value, or an empty one; `false`: the others. */
                "empty[orderNumbers]"?: components["parameters"]["query.empty-orderNumbers"];
                /** @description `trackingNumber` has no value, or an empty one; `false`: the others. */
                "empty[trackingNumber]"?: components["parameters"]["query.empty-trackingNumber"];
                /** @description `email` has no value, or an empty one; `false`: the others. */
                "empty[email]"?: components["parameters"]["query.empty-email"];
                /** @description `phoneNumber` has no value, or an empty one; `false`: the others. */
                "empty[phoneNumber]"?: components["parameters"]["query.empty-phoneNumber"];
                /** @description `address.addressLine1` has no value, or an empty one; `false`: the others. */
                "empty[address.addressLine1]"?: components["parameters"]["query.empty-address.addressLine1"];
                /** @description `address.addressLine2` has no value, or an empty one; `false`: the others. */
                "empty[address.addressLine2]"?: components["parameters"]["query.empty-address.addressLine2"];
                /** @description `address.city` has no value, or an empty one; `false`: the others. */
                "empty[address.city]"?: components["parameters"]["query.empty-address.city"];
                /** @description `address.company` has no value, or an empty one; `false`: the others. */
                "empty[address.company]"?: components["parameters"]["query.empty-address.company"];
                /** @description `address.firstName` has no value, or an empty one; `false`: the others. */
                "empty[address.firstName]"?: components["parameters"]["query.empty-address.firstName"];
                /** @description `address.lastName` has no value, or an empty one; `false`: the others. */
                "empty[address.lastName]"?: components["parameters"]["query.empty-address.lastName"];
                /** @description `address.postcode` has no value, or an empty one; `false`: the others. */
                "empty[address.postcode]"?: components["parameters"]["query.empty-address.postcode"];
                /** @description `address.state` has no value, or an empty one; `false`: the others. */
                "empty[address.state]"?: components["parameters"]["query.empty-address.state"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The team's id. */
                id: string;
                /** @description The workspace's id. */
                workspaces: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of shipments. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["ShipmentCollection-Get.jsonld"];
                    "application/json": components["schemas"]["Shipment-Get"][];
                    /** @example trackingNumber,trackingStatus,orderNumbers,email,phoneNumber,daysInTransit,daysInIdle,daysSinceLastCheckpoint,originCarrier,destinationCarrier,originCountry,destinationCountry,originCountryIso2,destinationCountryIso2,shippedAt,expectedDeliveryDate,createdAt,updatedAt,lastStatusUpdate,workspace,review,reviewTotalScore,orders,shipmentItems,externalSourceIntegration,externalSourceSyncId,fulfillmentIntegration,fulfillmentSyncId,address.addressLine1,address.addressLine2,address.city,address.company,address.country,address.countryIso2,address.firstName,address.lastName,address.postcode,address.state,shipmentStatus.code,shipmentStatus.title,shipmentStatus.id,shipmentStatus.description,id,externalSourceIntegrationType */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getShipmentItemCollection: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description `id` equals this. */
                id?: components["parameters"]["query.id"];
                /** @description `id` equals one of these. */
                "id[]"?: components["parameters"]["query.id__"];
                /** @description `shipment.id` equals this. */
                "shipment.id"?: components["parameters"]["query.shipment.id"];
                /** @description `shipment.id` equals one of these. */
                "shipment.id[]"?: components["parameters"]["query.shipment.id__"];
                /** @description `shipment.trackingNumber` contains this, without regard to case. */
                "shipment.trackingNumber"?: components["parameters"]["query.shipment.trackingNumber"];
                /** @description `orderItem.id` equals this. */
                "orderItem.id"?: components["parameters"]["query.orderItem.id"];
                /** @description `orderItem.id` equals one of these. */
                "orderItem.id[]"?: components["parameters"]["query.orderItem.id__"];
                /** @description `orderItem.order.id` equals this. */
                "orderItem.order.id"?: components["parameters"]["query.orderItem.order.id"];
                /** @description `orderItem.order.id` equals one of these. */
                "orderItem.order.id[]"?: components["parameters"]["query.orderItem.order.id__"];
                /** @description `workspace.id` equals this. */
                "workspace.id"?: components["parameters"]["query.workspace.id"];
                /** @description `workspace.id` equals one of these. */
                "workspace.id[]"?: components["parameters"]["query.workspace.id__"];
                /** @description Sorts by `id`. Several sort in the order in which they are sent. */
                "order[id]"?: components["parameters"]["query.order-id"];
                /** @description Sorts by `qty`. Several sort in the order in which they are sent. */
                "order[qty]"?: components["parameters"]["query.order-qty"];
                /** @description `qty` equals this. */
                qty?: components["parameters"]["query.qty"];
                /** @description `qty` equals one of these. */
                "qty[]"?: components["parameters"]["query.qty__"];
                /** @description `qty` is between two numbers, both included. */
                "qty[between]"?: components["parameters"]["query.qty-between"];
                /** @description `qty` is greater than this number. */
                "qty[gt]"?: components["parameters"]["query.qty-gt"];
                /** @description `qty` is at least this number. */
                "qty[gte]"?: components["parameters"]["query.qty-gte"];
                /** @description `qty` is less than this number. */
                "qty[lt]"?: components["parameters"]["query.qty-lt"];
                /** @description `qty` is at most this number. */
                "qty[lte]"?: components["parameters"]["query.qty-lte"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of shipment items. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["ShipmentItemCollection-Get.jsonld"];
                    "application/json": components["schemas"]["ShipmentItem-Get"][];
                    /** @example shipment,orderItem,qty,externalSourceSyncId,externalSourceIntegration,fulfillmentIntegration,fulfillmentSyncId,id */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postShipmentItemCollection: {
        parameters: {
            query?: {
                /** @description The id of a webhook that is not told of this change, because its owner makes it. Empty is none. */
                ignoreWebhookId?: components["parameters"]["query.ignoreWebhookId"];
            };
            header?: {
                /** @description The same key and body within 24 hours answers the first answer again, with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["header.Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "shipment": "/shipments/3fa85f64-5717-4562-b3fc-2c963f66afa6",
                 *       "orderItem": "/order_items/3fa85f64-5717-4562-b3fc-2c963f66afa6",
                 *       "qty": 1
                 *     }
                 */
                "application/ld+json": components["schemas"]["ShipmentItem-Post"];
                /**
                 * @example {
                 *       "shipment": "/shipments/3fa85f64-5717-4562-b3fc-2c963f66afa6",
                 *       "orderItem": "/order_items/3fa85f64-5717-4562-b3fc-2c963f66afa6",
                 *       "qty": 1
                 *     }
                 */
                "application/json": components["schemas"]["ShipmentItem-Post"];
                /** @example shipment,orderItem,qty,externalSourceSyncId,externalSourceIntegration,fulfillmentIntegration,fulfillmentSyncId */
                "text/csv": string;
            };
        };
        responses: {
            /** @description What became of the lines of a CSV. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CsvImport"];
                };
            };
            /** @description The new shipment item. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["ShipmentItem-Get.jsonld"];
                    "application/json": components["schemas"]["ShipmentItem-Get"];
                    /** @example shipment,orderItem,qty,externalSourceSyncId,externalSourceIntegration,fulfillmentIntegration,fulfillmentSyncId,id */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getShipmentItemItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The shipment item's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The shipment item. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Accept-Patch": components["headers"]["Accept-Patch"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["ShipmentItem-Get.jsonld"];
                    "application/json": components["schemas"]["ShipmentItem-Get"];
                    /** @example shipment,orderItem,qty,externalSourceSyncId,externalSourceIntegration,fulfillmentIntegration,fulfillmentSyncId,id */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    putShipmentItemItem: {
        parameters: {
            query?: {
                /** @description The id of a webhook that is not told of this change, because its owner makes it. Empty is none. */
                ignoreWebhookId?: components["parameters"]["query.ignoreWebhookId"];
            };
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The shipment item's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "qty": 1
                 *     }
                 */
                "application/ld+json": components["schemas"]["ShipmentItem-Put"];
                /**
                 * @example {
                 *       "qty": 1
                 *     }
                 */
                "application/json": components["schemas"]["ShipmentItem-Put"];
            };
        };
        responses: {
            /** @description The shipment item as it is now. */
            200: {
                headers: {
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["ShipmentItem-Get.jsonld"];
                    "application/json": components["schemas"]["ShipmentItem-Get"];
                    /** @example shipment,orderItem,qty,externalSourceSyncId,externalSourceIntegration,fulfillmentIntegration,fulfillmentSyncId,id */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteShipmentItemItem: {
        parameters: {
            query?: {
                /** @description The id of a webhook that is not told of this change, because its owner makes it. Empty is none. */
                ignoreWebhookId?: components["parameters"]["query.ignoreWebhookId"];
            };
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The shipment item's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    patchShipmentItemItem: {
        parameters: {
            query?: {
                /** @description The id of a webhook that is not told of this change, because its owner makes it. Empty is none. */
                ignoreWebhookId?: components["parameters"]["query.ignoreWebhookId"];
            };
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The shipment item's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "qty": 1
                 *     }
                 */
                "application/merge-patch+json": components["schemas"]["ShipmentItem-Put"];
            };
        };
        responses: {
            /** @description The shipment item as it is now. */
            200: {
                headers: {
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["ShipmentItem-Get.jsonld"];
                    "application/json": components["schemas"]["ShipmentItem-Get"];
                    /** @example shipment,orderItem,qty,externalSourceSyncId,externalSourceIntegration,fulfillmentIntegration,fulfillmentSyncId,id */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    api_order_items_shipment_items_get_subresourceOrderItemSubresource: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description `id` equals this. */
                id?: components["parameters"]["query.id"];
                /** @description `id` equals one of these. */
                "id[]"?: components["parameters"]["query.id__"];
                /** @description `shipment.id` equals this. */
                "shipment.id"?: components["parameters"]["query.shipment.id"];
                /** @description `shipment.id` equals one of these. */
                "shipment.id[]"?: components["parameters"]["query.shipment.id__"];
                /** @description `shipment.trackingNumber` contains this, without regard to case. */
                "shipment.trackingNumber"?: components["parameters"]["query.shipment.trackingNumber"];
                /** @description `orderItem.id` equals this. */
                "orderItem.id"?: components["parameters"]["query.orderItem.id"];
                /** @description `orderItem.id` equals one of these. */
                "orderItem.id[]"?: components["parameters"]["query.orderItem.id__"];
                /** @description `orderItem.order.id` equals this. */
                "orderItem.order.id"?: components["parameters"]["query.orderItem.order.id"];
                /** @description `orderItem.order.id` equals one of these. */
                "orderItem.order.id[]"?: components["parameters"]["query.orderItem.order.id__"];
                /** @description `workspace.id` equals this. */
                "workspace.id"?: components["parameters"]["query.workspace.id"];
                /** @description `workspace.id` equals one of these. */
                "workspace.id[]"?: components["parameters"]["query.workspace.id__"];
                /** @description Sorts by `id`. Several sort in the order in which they are sent. */
                "order[id]"?: components["parameters"]["query.order-id"];
                /** @description Sorts by `qty`. Several sort in the order in which they are sent. */
                "order[qty]"?: components["parameters"]["query.order-qty"];
                /** @description `qty` equals this. */
                qty?: components["parameters"]["query.qty"];
                /** @description `qty` equals one of these. */
                "qty[]"?: components["parameters"]["query.qty__"];
                /** @description `qty` is between two numbers, both included. */
                "qty[between]"?: components["parameters"]["query.qty-between"];
                /** @description `qty` is greater than this number. */
                "qty[gt]"?: components["parameters"]["query.qty-gt"];
                /** @description `qty` is at least this number. */
                "qty[gte]"?: components["parameters"]["query.qty-gte"];
                /** @description `qty` is less than this number. */
                "qty[lt]"?: components["parameters"]["query.qty-lt"];
                /** @description `qty` is at most this number. */
                "qty[lte]"?: components["parameters"]["query.qty-lte"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The order item's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of shipment items. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["ShipmentItemCollection-Get.jsonld"];
                    "application/json": components["schemas"]["ShipmentItem-Get"][];
                    /** @example shipment,orderItem,qty,externalSourceSyncId,externalSourceIntegration,fulfillmentIntegration,fulfillmentSyncId,id */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    api_shipments_shipment_items_get_subresourceShipmentSubresource: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description `id` equals this. */
                id?: components["parameters"]["query.id"];
                /** @description `id` equals one of these. */
                "id[]"?: components["parameters"]["query.id__"];
                /** @description `shipment.id` equals this. */
                "shipment.id"?: components["parameters"]["query.shipment.id"];
                /** @description `shipment.id` equals one of these. */
                "shipment.id[]"?: components["parameters"]["query.shipment.id__"];
                /** @description `shipment.trackingNumber` contains this, without regard to case. */
                "shipment.trackingNumber"?: components["parameters"]["query.shipment.trackingNumber"];
                /** @description `orderItem.id` equals this. */
                "orderItem.id"?: components["parameters"]["query.orderItem.id"];
                /** @description `orderItem.id` equals one of these. */
                "orderItem.id[]"?: components["parameters"]["query.orderItem.id__"];
                /** @description `orderItem.order.id` equals this. */
                "orderItem.order.id"?: components["parameters"]["query.orderItem.order.id"];
                /** @description `orderItem.order.id` equals one of these. */
                "orderItem.order.id[]"?: components["parameters"]["query.orderItem.order.id__"];
                /** @description `workspace.id` equals this. */
                "workspace.id"?: components["parameters"]["query.workspace.id"];
                /** @description `workspace.id` equals one of these. */
                "workspace.id[]"?: components["parameters"]["query.workspace.id__"];
                /** @description Sorts by `id`. Several sort in the order in which they are sent. */
                "order[id]"?: components["parameters"]["query.order-id"];
                /** @description Sorts by `qty`. Several sort in the order in which they are sent. */
                "order[qty]"?: components["parameters"]["query.order-qty"];
                /** @description `qty` equals this. */
                qty?: components["parameters"]["query.qty"];
                /** @description `qty` equals one of these. */
                "qty[]"?: components["parameters"]["query.qty__"];
                /** @description `qty` is between two numbers, both included. */
                "qty[between]"?: components["parameters"]["query.qty-between"];
                /** @description `qty` is greater than this number. */
                "qty[gt]"?: components["parameters"]["query.qty-gt"];
                /** @description `qty` is at least this number. */
                "qty[gte]"?: components["parameters"]["query.qty-gte"];
                /** @description `qty` is less than this number. */
                "qty[lt]"?: components["parameters"]["query.qty-lt"];
                /** @description `qty` is at most this number. */
                "qty[lte]"?: components["parameters"]["query.qty-lte"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The shipment's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of shipment items. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["ShipmentItemCollection-Get.jsonld"];
                    "application/json": components["schemas"]["ShipmentItem-Get"][];
                    /** @example shipment,orderItem,qty,externalSourceSyncId,externalSourceIntegration,fulfillmentIntegration,fulfillmentSyncId,id */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    api_workspaces_shipments_shipment_items_get_subresourceWorkspaceSubresource: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description `id` equals this. */
                id?: components["parameters"]["query.id"];
                /** @description `id` equals one of these. */
                "id[]"?: components["parameters"]["query.id__"];
                /** @description `shipment.id` equals this. */
                "shipment.id"?: components["parameters"]["query.shipment.id"];
                /** @description `shipment.id` equals one of these. */
                "shipment.id[]"?: components["parameters"]["query.shipment.id__"];
                /** @description `shipment.trackingNumber` contains this, without regard to case. */
                "shipment.trackingNumber"?: components["parameters"]["query.shipment.trackingNumber"];
                /** @description `orderItem.id` equals this. */
                "orderItem.id"?: components["parameters"]["query.orderItem.id"];
                /** @description `orderItem.id` equals one of these. */
                "orderItem.id[]"?: components["parameters"]["query.orderItem.id__"];
                /** @description `orderItem.order.id` equals this. */
                "orderItem.order.id"?: components["parameters"]["query.orderItem.order.id"];
                /** @description `orderItem.order.id` equals one of these. */
                "orderItem.order.id[]"?: components["parameters"]["query.orderItem.order.id__"];
                /** @description `workspace.id` equals this. */
                "workspace.id"?: components["parameters"]["query.workspace.id"];
                /** @description `workspace.id` equals one of these. */
                "workspace.id[]"?: components["parameters"]["query.workspace.id__"];
                /** @description Sorts by `id`. Several sort in the order in which they are sent. */
                "order[id]"?: components["parameters"]["query.order-id"];
                /** @description Sorts by `qty`. Several sort in the order in which they are sent. */
                "order[qty]"?: components["parameters"]["query.order-qty"];
                /** @description `qty` equals this. */
                qty?: components["parameters"]["query.qty"];
                /** @description `qty` equals one of these. */
                "qty[]"?: components["parameters"]["query.qty__"];
                /** @description `qty` is between two numbers, both included. */
                "qty[between]"?: components["parameters"]["query.qty-between"];
                /** @description `qty` is greater than this number. */
                "qty[gt]"?: components["parameters"]["query.qty-gt"];
                /** @description `qty` is at least this number. */
                "qty[gte]"?: components["parameters"]["query.qty-gte"];
                /** @description `qty` is less than this number. */
                "qty[lt]"?: components["parameters"]["query.qty-lt"];
                /** @description `qty` is at most this number. */
                "qty[lte]"?: components["parameters"]["query.qty-lte"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The workspace's id. */
                id: string;
                /** @description The shipment's id. */
                shipments: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of shipment items. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["ShipmentItemCollection-Get.jsonld"];
                    "application/json": components["schemas"]["ShipmentItem-Get"][];
                    /** @example shipment,orderItem,qty,externalSourceSyncId,externalSourceIntegration,fulfillmentIntegration,fulfillmentSyncId,id */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    api_orders_items_shipment_items_get_subresourceOrderSubresource: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description `id` equals this. */
                id?: components["parameters"]["query.id"];
                /** @description `id` equals one of these. */
                "id[]"?: components["parameters"]["query.id__"];
                /** @description `shipment.id` equals this. */
                "shipment.id"?: components["parameters"]["query.shipment.id"];
                /** @description `shipment.id` equals one of these. */
                "shipment.id[]"?: components["parameters"]["query.shipment.id__"];
                /** @description `shipment.trackingNumber` contains this, without regard to case. */
                "shipment.trackingNumber"?: components["parameters"]["query.shipment.trackingNumber"];
                /** @description `orderItem.id` equals this. */
                "orderItem.id"?: components["parameters"]["query.orderItem.id"];
                /** @description `orderItem.id` equals one of these. */
                "orderItem.id[]"?: components["parameters"]["query.orderItem.id__"];
                /** @description `orderItem.order.id` equals this. */
                "orderItem.order.id"?: components["parameters"]["query.orderItem.order.id"];
                /** @description `orderItem.order.id` equals one of these. */
                "orderItem.order.id[]"?: components["parameters"]["query.orderItem.order.id__"];
                /** @description `workspace.id` equals this. */
                "workspace.id"?: components["parameters"]["query.workspace.id"];
                /** @description `workspace.id` equals one of these. */
                "workspace.id[]"?: components["parameters"]["query.workspace.id__"];
                /** @description Sorts by `id`. Several sort in the order in which they are sent. */
                "order[id]"?: components["parameters"]["query.order-id"];
                /** @description Sorts by `qty`. Several sort in the order in which they are sent. */
                "order[qty]"?: components["parameters"]["query.order-qty"];
                /** @description `qty` equals this. */
                qty?: components["parameters"]["query.qty"];
                /** @description `qty` equals one of these. */
                "qty[]"?: components["parameters"]["query.qty__"];
                /** @description `qty` is between two numbers, both included. */
                "qty[between]"?: components["parameters"]["query.qty-between"];
                /** @description `qty` is greater than this number. */
                "qty[gt]"?: components["parameters"]["query.qty-gt"];
                /** @description `qty` is at least this number. */
                "qty[gte]"?: components["parameters"]["query.qty-gte"];
                /** @description `qty` is less than this number. */
                "qty[lt]"?: components["parameters"]["query.qty-lt"];
                /** @description `qty` is at most this number. */
                "qty[lte]"?: components["parameters"]["query.qty-lte"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The order's id. */
                id: string;
                /** @description The order item's id. */
                items: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of shipment items. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["ShipmentItemCollection-Get.jsonld"];
                    "application/json": components["schemas"]["ShipmentItem-Get"][];
                    /** @example shipment,orderItem,qty,externalSourceSyncId,externalSourceIntegration,fulfillmentIntegration,fulfillmentSyncId,id */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    api_teams_workspaces_shipments_shipment_items_get_subresourceTeamSubresource: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description `id` equals this. */
                id?: components["parameters"]["query.id"];
                /** @description `id` equals one of these. */
                "id[]"?: components["parameters"]["query.id__"];
                /** @description `shipment.id` equals this. */
                "shipment.id"?: components["parameters"]["query.shipment.id"];
                /** @description `shipment.id` equals one of these. */
                "shipment.id[]"?: components["parameters"]["query.shipment.id__"];
                /** @description `shipment.trackingNumber` contains this, without regard to case. */
                "shipment.trackingNumber"?: components["parameters"]["query.shipment.trackingNumber"];
                /** @description `orderItem.id` equals this. */
                "orderItem.id"?: components["parameters"]["query.orderItem.id"];
                /** @description `orderItem.id` equals one of these. */
                "orderItem.id[]"?: components["parameters"]["query.orderItem.id__"];
                /** @description `orderItem.order.id` equals this. */
                "orderItem.order.id"?: components["parameters"]["query.orderItem.order.id"];
                /** @description `orderItem.order.id` equals one of these. */
                "orderItem.order.id[]"?: components["parameters"]["query.orderItem.order.id__"];
                /** @description `workspace.id` equals this. */
                "workspace.id"?: components["parameters"]["query.workspace.id"];
                /** @description `workspace.id` equals one of these. */
                "workspace.id[]"?: components["parameters"]["query.workspace.id__"];
                /** @description Sorts by `id`. Several sort in the order in which they are sent. */
                "order[id]"?: components["parameters"]["query.order-id"];
                /** @description Sorts by `qty`. Several sort in the order in which they are sent. */
                "order[qty]"?: components["parameters"]["query.order-qty"];
                /** @description `qty` equals this. */
                qty?: components["parameters"]["query.qty"];
                /** @description `qty` equals one of these. */
                "qty[]"?: components["parameters"]["query.qty__"];
                /** @description `qty` is between two numbers, both included. */
                "qty[between]"?: components["parameters"]["query.qty-between"];
                /** @description `qty` is greater than this number. */
                "qty[gt]"?: components["parameters"]["query.qty-gt"];
                /** @description `qty` is at least this number. */
                "qty[gte]"?: components["parameters"]["query.qty-gte"];
                /** @description `qty` is less than this number. */
                "qty[lt]"?: components["parameters"]["query.qty-lt"];
                /** @description `qty` is at most this number. */
                "qty[lte]"?: components["parameters"]["query.qty-lte"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The team's id. */
                id: string;
                /** @description The workspace's id. */
                workspaces: string;
                /** @description The shipment's id. */
                shipments: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of shipment items. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["ShipmentItemCollection-Get.jsonld"];
                    "application/json": components["schemas"]["ShipmentItem-Get"][];
                    /** @example shipment,orderItem,qty,externalSourceSyncId,externalSourceIntegration,fulfillmentIntegration,fulfillmentSyncId,id */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    api_workspaces_orders_items_shipment_items_get_subresourceWorkspaceSubresource: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description `id` equals this. */
                id?: components["parameters"]["query.id"];
                /** @description `id` equals one of these. */
                "id[]"?: components["parameters"]["query.id__"];
                /** @description `shipment.id` equals this. */
                "shipment.id"?: components["parameters"]["query.shipment.id"];
                /** @description `shipment.id` equals one of these. */
                "shipment.id[]"?: components["parameters"]["query.shipment.id__"];
                /** @description `shipment.trackingNumber` contains this, without regard to case. */
                "shipment.trackingNumber"?: components["parameters"]["query.shipment.trackingNumber"];
                /** @description `orderItem.id` equals this. */
                "orderItem.id"?: components["parameters"]["query.orderItem.id"];
                /** @description `orderItem.id` equals one of these. */
                "orderItem.id[]"?: components["parameters"]["query.orderItem.id__"];
                /** @description `orderItem.order.id` equals this. */
                "orderItem.order.id"?: components["parameters"]["query.orderItem.order.id"];
                /** @description `orderItem.order.id` equals one of these. */
                "orderItem.order.id[]"?: components["parameters"]["query.orderItem.order.id__"];
                /** @description `workspace.id` equals this. */
                "workspace.id"?: components["parameters"]["query.workspace.id"];
                /** @description `workspace.id` equals one of these. */
                "workspace.id[]"?: components["parameters"]["query.workspace.id__"];
                /** @description Sorts by `id`. Several sort in the order in which they are sent. */
                "order[id]"?: components["parameters"]["query.order-id"];
                /** @description Sorts by `qty`. Several sort in the order in which they are sent. */
                "order[qty]"?: components["parameters"]["query.order-qty"];
                /** @description `qty` equals this. */
                qty?: components["parameters"]["query.qty"];
                /** @description `qty` equals one of these. */
                "qty[]"?: components["parameters"]["query.qty__"];
                /** @description `qty` is between two numbers, both included. */
                "qty[between]"?: components["parameters"]["query.qty-between"];
                /** @description `qty` is greater than this number. */
                "qty[gt]"?: components["parameters"]["query.qty-gt"];
                /** @description `qty` is at least this number. */
                "qty[gte]"?: components["parameters"]["query.qty-gte"];
                /** @description `qty` is less than this number. */
                "qty[lt]"?: components["parameters"]["query.qty-lt"];
                /** @description `qty` is at most this number. */
                "qty[lte]"?: components["parameters"]["query.qty-lte"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The workspace's id. */
                id: string;
                /** @description The order's id. */
                orders: string;
                /** @description The order item's id. */
                items: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of shipment items. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["ShipmentItemCollection-Get.jsonld"];
                    "application/json": components["schemas"]["ShipmentItem-Get"][];
                    /** @example shipment,orderItem,qty,externalSourceSyncId,externalSourceIntegration,fulfillmentIntegration,fulfillmentSyncId,id */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    api_teams_workspaces_orders_items_shipment_items_get_subresourceTeamSubresource: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description `id` equals this. */
                id?: components["parameters"]["query.id"];
                /** @description `id` equals one of these. */
                "id[]"?: components["parameters"]["query.id__"];
                /** @description `shipment.id` equals this. */
                "shipment.id"?: components["parameters"]["query.shipment.id"];
                /** @description `shipment.id` equals one of these. */
                "shipment.id[]"?: components["parameters"]["query.shipment.id__"];
                /** @description `shipment.trackingNumber` contains this, without regard to case. */
                "shipment.trackingNumber"?: components["parameters"]["query.shipment.trackingNumber"];
                /** @description `orderItem.id` equals this. */
                "orderItem.id"?: components["parameters"]["query.orderItem.id"];
                /** @description `orderItem.id` equals one of these. */
                "orderItem.id[]"?: components["parameters"]["query.orderItem.id__"];
                /** @description `orderItem.order.id` equals this. */
                "orderItem.order.id"?: components["parameters"]["query.orderItem.order.id"];
                /** @description `orderItem.order.id` equals one of these. */
                "orderItem.order.id[]"?: components["parameters"]["query.orderItem.order.id__"];
                /** @description `workspace.id` equals this. */
                "workspace.id"?: components["parameters"]["query.workspace.id"];
                /** @description `workspace.id` equals one of these. */
                "workspace.id[]"?: components["parameters"]["query.workspace.id__"];
                /** @description Sorts by `id`. Several sort in the order in which they are sent. */
                "order[id]"?: components["parameters"]["query.order-id"];
                /** @description Sorts by `qty`. Several sort in the order in which they are sent. */
                "order[qty]"?: components["parameters"]["query.order-qty"];
                /** @description `qty` equals this. */
                qty?: components["parameters"]["query.qty"];
                /** @description `qty` equals one of these. */
                "qty[]"?: components["parameters"]["query.qty__"];
                /** @description `qty` is between two numbers, both included. */
                "qty[between]"?: components["parameters"]["query.qty-between"];
                /** @description `qty` is greater than this number. */
                "qty[gt]"?: components["parameters"]["query.qty-gt"];
                /** @description `qty` is at least this number. */
                "qty[gte]"?: components["parameters"]["query.qty-gte"];
                /** @description `qty` is less than this number. */
                "qty[lt]"?: components["parameters"]["query.qty-lt"];
                /** @description `qty` is at most this number. */
                "qty[lte]"?: components["parameters"]["query.qty-lte"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The team's id. */
                id: string;
                /** @description The workspace's id. */
                workspaces: string;
                /** @description The order's id. */
                orders: string;
                /** @description The order item's id. */
                items: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of shipment items. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["ShipmentItemCollection-Get.jsonld"];
                    "application/json": components["schemas"]["ShipmentItem-Get"][];
                    /** @example shipment,orderItem,qty,externalSourceSyncId,externalSourceIntegration,fulfillmentIntegration,fulfillmentSyncId,id */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getTrackingCheckpointCollection: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description Sorts by `checkpointDate`. Several sort in the order in which they are sent. */
                "order[checkpointDate]"?: components["parameters"]["query.order-checkpointDate"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tracking checkpoints. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["TrackingCheckpointCollection-Getc.jsonld"];
                    "application/json": components["schemas"]["TrackingCheckpoint-Getc"][];
                    /** @example checkpointDate,info,location,rel,id */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getTrackingCheckpointItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The tracking checkpoint's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tracking checkpoint. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["TrackingCheckpoint-Get.jsonld"];
                    "application/json": components["schemas"]["TrackingCheckpoint-Get"];
                    /** @example shipment,checkpointDate,info,location,rel,id */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    api_shipments_checkpoints_get_subresourceShipmentSubresource: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description Sorts by `checkpointDate`. Several sort in the order in which they are sent. */
                "order[checkpointDate]"?: components["parameters"]["query.order-checkpointDate"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The shipment's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tracking checkpoints. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["TrackingCheckpointCollection-Get.jsonld"];
                    "application/json": components["schemas"]["TrackingCheckpoint-Get"][];
                    /** @example shipment,checkpointDate,info,location,rel,id */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    api_workspaces_shipments_checkpoints_get_subresourceWorkspaceSubresource: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description Sorts by `checkpointDate`. Several sort in the order in which they are sent. */
                "order[checkpointDate]"?: components["parameters"]["query.order-checkpointDate"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The workspace's id. */
                id: string;
                /** @description The shipment's id. */
                shipments: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tracking checkpoints. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["TrackingCheckpointCollection-Get.jsonld"];
                    "application/json": components["schemas"]["TrackingCheckpoint-Get"][];
                    /** @example shipment,checkpointDate,info,location,rel,id */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    api_teams_workspaces_shipments_checkpoints_get_subresourceTeamSubresource: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description Sorts by `checkpointDate`. Several sort in the order in which they are sent. */
                "order[checkpointDate]"?: components["parameters"]["query.order-checkpointDate"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The team's id. */
                id: string;
                /** @description The workspace's id. */
                workspaces: string;
                /** @description The shipment's id. */
                shipments: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tracking checkpoints. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["TrackingCheckpointCollection-Get.jsonld"];
                    "application/json": components["schemas"]["TrackingCheckpoint-Get"][];
                    /** @example shipment,checkpointDate,info,location,rel,id */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getStatusCollection: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description `entity` contains this, without regard to case. */
                entity?: components["parameters"]["query.entity"];
                /** @description `code` contains this, without regard to case. */
                code?: components["parameters"]["query.code-3"];
                /** @description `title` contains this, without regard to case. */
                title?: components["parameters"]["query.title"];
                /** @description Sorts by `entity`. Several sort in the order in which they are sent. */
                "order[entity]"?: components["parameters"]["query.order-entity"];
                /** @description Sorts by `code`. Several sort in the order in which they are sent. */
                "order[code]"?: components["parameters"]["query.order-code"];
                /** @description Sorts by `title`. Several sort in the order in which they are sent. */
                "order[title]"?: components["parameters"]["query.order-title"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of statuses. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["StatusCollection-Get.jsonld"];
                    "application/json": components["schemas"]["Status-Get"][];
                    /** @example code,title,id,description */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postStatusCollection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body within 24 hours answers the first answer again, with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["header.Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "packed",
                 *       "title": "Packed",
                 *       "description": "Waits for the carrier.",
                 *       "workspace": "/workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6"
                 *     }
                 */
                "application/ld+json": components["schemas"]["Status-Post"];
                /**
                 * @example {
                 *       "code": "packed",
                 *       "title": "Packed",
                 *       "description": "Waits for the carrier.",
                 *       "workspace": "/workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6"
                 *     }
                 */
                "application/json": components["schemas"]["Status-Post"];
                /** @example code,title,description,entity,workspace */
                "text/csv": string;
            };
        };
        responses: {
            /** @description What became of the lines of a CSV. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CsvImport"];
                };
            };
            /** @description The new status. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Status-Get.jsonld"];
                    "application/json": components["schemas"]["Status-Get"];
                    /** @example code,title,id,description */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getStatusItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The status's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The status. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Accept-Patch": components["headers"]["Accept-Patch"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Status-Get.jsonld"];
                    "application/json": components["schemas"]["Status-Get"];
                    /** @example code,title,id,description */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    putStatusItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The status's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "packed",
                 *       "title": "Packed",
                 *       "description": "Waits for the carrier."
                 *     }
                 */
                "application/ld+json": components["schemas"]["Status-Put"];
                /**
                 * @example {
                 *       "code": "packed",
                 *       "title": "Packed",
                 *       "description": "Waits for the carrier."
                 *     }
                 */
                "application/json": components["schemas"]["Status-Put"];
            };
        };
        responses: {
            /** @description The status as it is now. */
            200: {
                headers: {
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Status-Get.jsonld"];
                    "application/json": components["schemas"]["Status-Get"];
                    /** @example code,title,id,description */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteStatusItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The status's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    patchStatusItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The status's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "packed",
                 *       "title": "Packed",
                 *       "description": "Waits for the carrier."
                 *     }
                 */
                "application/merge-patch+json": components["schemas"]["Status-Put"];
            };
        };
        responses: {
            /** @description The status as it is now. */
            200: {
                headers: {
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Status-Get.jsonld"];
                    "application/json": components["schemas"]["Status-Get"];
                    /** @example code,title,id,description */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    api_workspaces_statuses_get_subresourceWorkspaceSubresource: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description `entity` contains this, without regard to case. */
                entity?: components["parameters"]["query.entity"];
                /** @description `code` contains this, without regard to case. */
                code?: components["parameters"]["query.code-3"];
                /** @description `title` contains this, without regard to case. */
                title?: components["parameters"]["query.title"];
                /** @description Sorts by `entity`. Several sort in the order in which they are sent. */
                "order[entity]"?: components["parameters"]["query.order-entity"];
                /** @description Sorts by `code`. Several sort in the order in which they are sent. */
                "order[code]"?: components["parameters"]["query.order-code"];
                /** @description Sorts by `title`. Several sort in the order in which they are sent. */
                "order[title]"?: components["parameters"]["query.order-title"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The workspace's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of statuses. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["StatusCollection-Get.jsonld"];
                    "application/json": components["schemas"]["Status-Get"][];
                    /** @example code,title,id,description */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    api_teams_workspaces_statuses_get_subresourceTeamSubresource: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description `entity` contains this, without regard to case. */
                entity?: components["parameters"]["query.entity"];
                /** @description `code` contains this, without regard to case. */
                code?: components["parameters"]["query.code-3"];
                /** @description `title` contains this, without regard to case. */
                title?: components["parameters"]["query.title"];
                /** @description Sorts by `entity`. Several sort in the order in which they are sent. */
                "order[entity]"?: components["parameters"]["query.order-entity"];
                /** @description Sorts by `code`. Several sort in the order in which they are sent. */
                "order[code]"?: components["parameters"]["query.order-code"];
                /** @description Sorts by `title`. Several sort in the order in which they are sent. */
                "order[title]"?: components["parameters"]["query.order-title"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The team's id. */
                id: string;
                /** @description The workspace's id. */
                workspaces: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of statuses. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["StatusCollection-Get.jsonld"];
                    "application/json": components["schemas"]["Status-Get"][];
                    /** @example code,title,id,description */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getWorkflowCollection: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description `type` equals this. */
                type?: components["parameters"]["query.type"];
                /** @description `type` equals one of these. */
                "type[]"?: components["parameters"]["query.type__"];
                /** @description `period` equals this. */
                period?: components["parameters"]["query.period"];
                /** @description `period` equals one of these. */
                "period[]"?: components["parameters"]["query.period__"];
                /** @description `title` contains this, without regard to case. */
                title?: components["parameters"]["query.title"];
                /** @description Workflows have no tags: none is found by one. */
                tag?: components["parameters"]["query.tag"];
                /** @description No workflow requires a first set-up: `false` finds all of them, `true` none. */
                first_time_setup_required?: components["parameters"]["query.first_time_setup_required"];
                /** @description `firstTimeSetupPassed` is true, or false. */
                firstTimeSetupPassed?: components["parameters"]["query.firstTimeSetupPassed"];
                /** @description `integration` has a value; `false`: the others. */
                "exists[integration]"?: components["parameters"]["query.exists-integration"];
                /** @description Sorts by `createdAt`. Several sort in the order in which they are sent. */
                "order[createdAt]"?: components["parameters"]["query.order-createdAt"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of workflows. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["WorkflowCollection-Getc.jsonld"];
                    "application/json": components["schemas"]["Workflow-Getc"][];
                    /** @example title,type,enabled,lastRunDate,period,integration.title,integration.type,integration.workspace,integration.enabled,integration.lastRunDate,integration.period,integration.firstTimeSetupPassed,integration.id,integration.integrationType,firstTimeSetupPassed,tags,id,integrationType,passive,remote,firstTimeSetupRequired,runInProgress,url,entity,event,field,concurrency,authType,username */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postWorkflowCollection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body within 24 hours answers the first answer again, with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["header.Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "https://shop.example",
                 *       "type": "integration-woocommerce",
                 *       "workspace": "/workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6",
                 *       "period": "immediately",
                 *       "field": "shippingAddress.city",
                 *       "concurrency": "1"
                 *     }
                 */
                "application/ld+json": components["schemas"]["Workflow-Post"];
                /**
                 * @example {
                 *       "title": "https://shop.example",
                 *       "type": "integration-woocommerce",
                 *       "workspace": "/workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6",
                 *       "period": "immediately",
                 *       "field": "shippingAddress.city",
                 *       "concurrency": "1"
                 *     }
                 */
                "application/json": components["schemas"]["Workflow-Post"];
                /** @example title,type,workspace,notificationEmails,enabled,period,integration.title,integration.type,integration.workspace,integration.enabled,integration.lastRunDate,integration.period,integration.firstTimeSetupPassed,integration.id,integration.integrationType,firstTimeSetupPassed,url,entity,event,field,concurrency,authType,username,password,token */
                "text/csv": string;
            };
        };
        responses: {
            /** @description What became of the lines of a CSV. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CsvImport"];
                };
            };
            /** @description The new workflow. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Workflow-Get.jsonld"];
                    "application/json": components["schemas"]["Workflow-Get"];
                    /** @example title,type,workspace,credentials,notificationEmails,enabled,lastRunDate,period,integration.title,integration.type,integration.workspace,integration.enabled,integration.lastRunDate,integration.period,integration.firstTimeSetupPassed,integration.id,integration.integrationType,firstTimeSetupPassed,tags,id,integrationType,passive,remote,firstTimeSetupRequired,runInProgress,url,entity,event,field,concurrency,authType,username,password,token,secret */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getWorkflowItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The workflow's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workflow. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Accept-Patch": components["headers"]["Accept-Patch"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Workflow-Get.jsonld"];
                    "application/json": components["schemas"]["Workflow-Get"];
                    /** @example title,type,workspace,credentials,notificationEmails,enabled,lastRunDate,period,integration.title,integration.type,integration.workspace,integration.enabled,integration.lastRunDate,integration.period,integration.firstTimeSetupPassed,integration.id,integration.integrationType,firstTimeSetupPassed,tags,id,integrationType,passive,remote,firstTimeSetupRequired,runInProgress,url,entity,event,field,concurrency,authType,username,password,token,secret */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    putWorkflowItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The workflow's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "https://shop.example",
                 *       "type": "integration-woocommerce",
                 *       "period": "immediately",
                 *       "field": "shippingAddress.city",
                 *       "concurrency": "1"
                 *     }
                 */
                "application/ld+json": components["schemas"]["Workflow-Put"];
                /**
                 * @example {
                 *       "title": "https://shop.example",
                 *       "type": "integration-woocommerce",
                 *       "period": "immediately",
                 *       "field": "shippingAddress.city",
                 *       "concurrency": "1"
                 *     }
                 */
                "application/json": components["schemas"]["Workflow-Put"];
            };
        };
        responses: {
            /** @description The workflow as it is now. */
            200: {
                headers: {
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Workflow-Get.jsonld"];
                    "application/json": components["schemas"]["Workflow-Get"];
                    /** @example title,type,workspace,credentials,notificationEmails,enabled,lastRunDate,period,integration.title,integration.type,integration.workspace,integration.enabled,integration.lastRunDate,integration.period,integration.firstTimeSetupPassed,integration.id,integration.integrationType,firstTimeSetupPassed,tags,id,integrationType,passive,remote,firstTimeSetupRequired,runInProgress,url,entity,event,field,concurrency,authType,username,password,token,secret */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteWorkflowItem: {
        parameters: {
            query?: {
                /** @description With 1, what was imported through it goes with it. */
                deleteData?: components["parameters"]["query.deleteData"];
            };
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The workflow's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    patchWorkflowItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The workflow's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "https://shop.example",
                 *       "type": "integration-woocommerce",
                 *       "period": "immediately",
                 *       "field": "shippingAddress.city",
                 *       "concurrency": "1"
                 *     }
                 */
                "application/merge-patch+json": components["schemas"]["Workflow-Put"];
            };
        };
        responses: {
            /** @description The workflow as it is now. */
            200: {
                headers: {
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Workflow-Get.jsonld"];
                    "application/json": components["schemas"]["Workflow-Get"];
                    /** @example title,type,workspace,credentials,notificationEmails,enabled,lastRunDate,period,integration.title,integration.type,integration.workspace,integration.enabled,integration.lastRunDate,integration.period,integration.firstTimeSetupPassed,integration.id,integration.integrationType,firstTimeSetupPassed,tags,id,integrationType,passive,remote,firstTimeSetupRequired,runInProgress,url,entity,event,field,concurrency,authType,username,password,token,secret */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    api_workspaces_workflows_get_subresourceWorkspaceSubresource: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description `type` equals this. */
                type?: components["parameters"]["query.type"];
                /** @description `type` equals one of these. */
                "type[]"?: components["parameters"]["query.type__"];
                /** @description `period` equals this. */
                period?: components["parameters"]["query.period"];
                /** @description `period` equals one of these. */
                "period[]"?: components["parameters"]["query.period__"];
                /** @description `title` contains this, without regard to case. */
                title?: components["parameters"]["query.title"];
                /** @description Workflows have no tags: none is found by one. */
                tag?: components["parameters"]["query.tag"];
                /** @description No workflow requires a first set-up: `false` finds all of them, `true` none. */
                first_time_setup_required?: components["parameters"]["query.first_time_setup_required"];
                /** @description `firstTimeSetupPassed` is true, or false. */
                firstTimeSetupPassed?: components["parameters"]["query.firstTimeSetupPassed"];
                /** @description `integration` has a value; `false`: the others. */
                "exists[integration]"?: components["parameters"]["query.exists-integration"];
                /** @description Sorts by `createdAt`. Several sort in the order in which they are sent. */
                "order[createdAt]"?: components["parameters"]["query.order-createdAt"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The workspace's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of workflows. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["WorkflowCollection-Get.jsonld"];
                    "application/json": components["schemas"]["Workflow-Get"][];
                    /** @example title,type,workspace,credentials,notificationEmails,enabled,lastRunDate,period,integration.title,integration.type,integration.workspace,integration.enabled,integration.lastRunDate,integration.period,integration.firstTimeSetupPassed,integration.id,integration.integrationType,firstTimeSetupPassed,tags,id,integrationType,passive,remote,firstTimeSetupRequired,runInProgress,url,entity,event,field,concurrency,authType,username,password,token,secret */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    api_teams_workspaces_workflows_get_subresourceTeamSubresource: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description `type` equals this. */
                type?: components["parameters"]["query.type"];
                /** @description `type` equals one of these. */
                "type[]"?: components["parameters"]["query.type__"];
                /** @description `period` equals this. */
                period?: components["parameters"]["query.period"];
                /** @description `period` equals one of these. */
                "period[]"?: components["parameters"]["query.period__"];
                /** @description `title` contains this, without regard to case. */
                title?: components["parameters"]["query.title"];
                /** @description Workflows have no tags: none is found by one. */
                tag?: components["parameters"]["query.tag"];
                /** @description No workflow requires a first set-up: `false` finds all of them, `true` none. */
                first_time_setup_required?: components["parameters"]["query.first_time_setup_required"];
                /** @description `firstTimeSetupPassed` is true, or false. */
                firstTimeSetupPassed?: components["parameters"]["query.firstTimeSetupPassed"];
                /** @description `integration` has a value; `false`: the others. */
                "exists[integration]"?: components["parameters"]["query.exists-integration"];
                /** @description Sorts by `createdAt`. Several sort in the order in which they are sent. */
                "order[createdAt]"?: components["parameters"]["query.order-createdAt"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The team's id. */
                id: string;
                /** @description The workspace's id. */
                workspaces: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of workflows. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["WorkflowCollection-Get.jsonld"];
                    "application/json": components["schemas"]["Workflow-Get"][];
                    /** @example title,type,workspace,credentials,notificationEmails,enabled,lastRunDate,period,integration.title,integration.type,integration.workspace,integration.enabled,integration.lastRunDate,integration.period,integration.firstTimeSetupPassed,integration.id,integration.integrationType,firstTimeSetupPassed,tags,id,integrationType,passive,remote,firstTimeSetupRequired,runInProgress,url,entity,event,field,concurrency,authType,username,password,token,secret */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getWorkflowRunCollection: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description `status` equals this. */
                status?: components["parameters"]["query.status"];
                /** @description `status` equals one of these. */
                "status[]"?: components["parameters"]["query.status__"];
                /** @description Sorts by `createdAt`. Several sort in the order in which they are sent. */
                "order[createdAt]"?: components["parameters"]["query.order-createdAt"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of workflow runs. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["WorkflowRunCollection-Getc.jsonld"];
                    "application/json": components["schemas"]["WorkflowRun-Getc"][];
                    /** @example workflow,createdAt,updatedAt,status,duration,responseCode,attempt,elements,messageId,id */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getWorkflowRunItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The workflow run's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workflow run. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["WorkflowRun-Get.jsonld"];
                    "application/json": components["schemas"]["WorkflowRun-Get"];
                    /** @example workflow,createdAt,updatedAt,status,duration,responseCode,attempt,elements,messageId,log,errors,id,deletedAt,workspace,deleted */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    api_workflows_runs_get_subresourceWorkflowSubresource: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description `status` equals this. */
                status?: components["parameters"]["query.status"];
                /** @description `status` equals one of these. */
                "status[]"?: components["parameters"]["query.status__"];
                /** @description Sorts by `createdAt`. Several sort in the order in which they are sent. */
                "order[createdAt]"?: components["parameters"]["query.order-createdAt"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The workflow's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of workflow runs. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["WorkflowRunCollection-Get.jsonld"];
                    "application/json": components["schemas"]["WorkflowRun-Get"][];
                    /** @example workflow,createdAt,updatedAt,status,duration,responseCode,attempt,elements,messageId,log,errors,id,deletedAt,workspace,deleted */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    api_workspaces_workflows_runs_get_subresourceWorkspaceSubresource: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description `status` equals this. */
                status?: components["parameters"]["query.status"];
                /** @description `status` equals one of these. */
                "status[]"?: components["parameters"]["query.status__"];
                /** @description Sorts by `createdAt`. Several sort in the order in which they are sent. */
                "order[createdAt]"?: components["parameters"]["query.order-createdAt"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The workspace's id. */
                id: string;
                /** @description The workflow's id. */
                workflows: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of workflow runs. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["WorkflowRunCollection-Get.jsonld"];
                    "application/json": components["schemas"]["WorkflowRun-Get"][];
                    /** @example workflow,createdAt,updatedAt,status,duration,responseCode,attempt,elements,messageId,log,errors,id,deletedAt,workspace,deleted */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    api_teams_workspaces_workflows_runs_get_subresourceTeamSubresource: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description `status` equals this. */
                status?: components["parameters"]["query.status"];
                /** @description `status` equals one of these. */
                "status[]"?: components["parameters"]["query.status__"];
                /** @description Sorts by `createdAt`. Several sort in the order in which they are sent. */
                "order[createdAt]"?: components["parameters"]["query.order-createdAt"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The team's id. */
                id: string;
                /** @description The workspace's id. */
                workspaces: string;
                /** @description The workflow's id. */
                workflows: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of workflow runs. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["WorkflowRunCollection-Get.jsonld"];
                    "application/json": components["schemas"]["WorkflowRun-Get"][];
                    /** @example workflow,createdAt,updatedAt,status,duration,responseCode,attempt,elements,messageId,log,errors,id,deletedAt,workspace,deleted */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getTrackingPageCollection: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tracking pages. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["TrackingPageCollection-Getc.jsonld"];
                    "application/json": components["schemas"]["TrackingPage-Getc"][];
                    /** @example enabled,reviewsEnabled,title,workspace,subdomain,domain,domainEnabled,sidebarField,trackingNumberField,id,usedByDefault */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postTrackingPageCollection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body within 24 hours answers the first answer again, with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["header.Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Where is my parcel?",
                 *       "workspace": "/workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6",
                 *       "subdomain": "acme"
                 *     }
                 */
                "application/ld+json": components["schemas"]["TrackingPage-Post"];
                /**
                 * @example {
                 *       "title": "Where is my parcel?",
                 *       "workspace": "/workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6",
                 *       "subdomain": "acme"
                 *     }
                 */
                "application/json": components["schemas"]["TrackingPage-Post"];
                /** @example enabled,reviewsEnabled,title,workspace,subdomain,domain,sidebarField,trackingNumberField,builder,dropshipperSettings,customThemeId */
                "text/csv": string;
            };
        };
        responses: {
            /** @description What became of the lines of a CSV. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CsvImport"];
                };
            };
            /** @description The new tracking page. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["TrackingPage-Get.jsonld"];
                    "application/json": components["schemas"]["TrackingPage-Get"];
                    /** @example enabled,reviewsEnabled,title,workspace,subdomain,domain,domainEnabled,sidebarField,trackingNumberField,builder,dropshipperSettings,customThemeId,id,usedByDefault */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getTrackingPageItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The tracking page's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tracking page. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Accept-Patch": components["headers"]["Accept-Patch"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["TrackingPage-Get.jsonld"];
                    "application/json": components["schemas"]["TrackingPage-Get"];
                    /** @example enabled,reviewsEnabled,title,workspace,subdomain,domain,domainEnabled,sidebarField,trackingNumberField,builder,dropshipperSettings,customThemeId,id,usedByDefault */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    putTrackingPageItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The tracking page's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Where is my parcel?",
                 *       "subdomain": "acme"
                 *     }
                 */
                "application/ld+json": components["schemas"]["TrackingPage-Put"];
                /**
                 * @example {
                 *       "title": "Where is my parcel?",
                 *       "subdomain": "acme"
                 *     }
                 */
                "application/json": components["schemas"]["TrackingPage-Put"];
            };
        };
        responses: {
            /** @description The tracking page as it is now. */
            200: {
                headers: {
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["TrackingPage-Get.jsonld"];
                    "application/json": components["schemas"]["TrackingPage-Get"];
                    /** @example enabled,reviewsEnabled,title,workspace,subdomain,domain,domainEnabled,sidebarField,trackingNumberField,builder,dropshipperSettings,customThemeId,id,usedByDefault */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteTrackingPageItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The tracking page's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    patchTrackingPageItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The tracking page's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Where is my parcel?",
                 *       "subdomain": "acme"
                 *     }
                 */
                "application/merge-patch+json": components["schemas"]["TrackingPage-Put"];
            };
        };
        responses: {
            /** @description The tracking page as it is now. */
            200: {
                headers: {
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["TrackingPage-Get.jsonld"];
                    "application/json": components["schemas"]["TrackingPage-Get"];
                    /** @example enabled,reviewsEnabled,title,workspace,subdomain,domain,domainEnabled,sidebarField,trackingNumberField,builder,dropshipperSettings,customThemeId,id,usedByDefault */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    api_workspaces_tracking_pages_get_subresourceWorkspaceSubresource: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The workspace's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tracking pages. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["TrackingPageCollection-Get.jsonld"];
                    "application/json": components["schemas"]["TrackingPage-Get"][];
                    /** @example enabled,reviewsEnabled,title,workspace,subdomain,domain,domainEnabled,sidebarField,trackingNumberField,builder,dropshipperSettings,customThemeId,id,usedByDefault */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    api_teams_workspaces_tracking_pages_get_subresourceTeamSubresource: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The team's id. */
                id: string;
                /** @description The workspace's id. */
                workspaces: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tracking pages. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["TrackingPageCollection-Get.jsonld"];
                    "application/json": components["schemas"]["TrackingPage-Get"][];
                    /** @example enabled,reviewsEnabled,title,workspace,subdomain,domain,domainEnabled,sidebarField,trackingNumberField,builder,dropshipperSettings,customThemeId,id,usedByDefault */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getProductCollection: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description `id` equals this. */
                id?: components["parameters"]["query.id"];
                /** @description `id` equals one of these. */
                "id[]"?: components["parameters"]["query.id__"];
                /** @description `name` contains this, without regard to case. */
                name?: components["parameters"]["query.name"];
                /** @description `createdAt` is at or before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "createdAt[before]"?: components["parameters"]["query.createdAt-before"];
                /** @description `createdAt` is before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "createdAt[strictly_before]"?: components["parameters"]["query.createdAt-strictly_before"];
                /** @description `createdAt` is at or after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "createdAt[after]"?: components["parameters"]["query.createdAt-after"];
                /** @description `createdAt` is after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "createdAt[strictly_after]"?: components["parameters"]["query.createdAt-strictly_after"];
                /** @description `updatedAt` is at or before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "updatedAt[before]"?: components["parameters"]["query.updatedAt-before"];
                /** @description `updatedAt` is before this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "updatedAt[strictly_before]"?: components["parameters"]["query.updatedAt-strictly_before"];
                /** @description `updatedAt` is at or after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "updatedAt[after]"?: components["parameters"]["query.updatedAt-after"];
                /** @description `updatedAt` is after this moment: ISO 8601, UTC where there is no offset, or Unix seconds. */
                "updatedAt[strictly_after]"?: components["parameters"]["query.updatedAt-strictly_after"];
                /** @description Sorts by `id`. Several sort in the order in which they are sent. */
                "order[id]"?: components["parameters"]["query.order-id"];
                /** @description Sorts by `name`. Several sort in the order in which they are sent. */
                "order[name]"?: components["parameters"]["query.order-name"];
                /** @description Sorts by `createdAt`. Several sort in the order in which they are sent. */
                "order[createdAt]"?: components["parameters"]["query.order-createdAt"];
                /** @description Sorts by `updatedAt`. Several sort in the order in which they are sent. */
                "order[updatedAt]"?: components["parameters"]["query.order-updatedAt"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of products. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["ProductCollection-Get.jsonld"];
                    "application/json": components["schemas"]["Product-Get"][];
                    /** @example team,name,sku,originUrl,imageUrl,externalSourceIntegration,externalSourceSyncId,productVariants,id */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postProductCollection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body within 24 hours answers the first answer again, with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["header.Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "team": "/teams/3fa85f64-5717-4562-b3fc-2c963f66afa6",
                 *       "name": "Green tea",
                 *       "sku": "TEA-1"
                 *     }
                 */
                "application/ld+json": components["schemas"]["Product-Post"];
                /**
                 * @example {
                 *       "team": "/teams/3fa85f64-5717-4562-b3fc-2c963f66afa6",
                 *       "name": "Green tea",
                 *       "sku": "TEA-1"
                 *     }
                 */
                "application/json": components["schemas"]["Product-Post"];
                /** @example team,name,sku,originUrl,imageUrl,externalSourceIntegration,externalSourceSyncId */
                "text/csv": string;
            };
        };
        responses: {
            /** @description What became of the lines of a CSV. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CsvImport"];
                };
            };
            /** @description The new product. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Product-Get.jsonld"];
                    "application/json": components["schemas"]["Product-Get"];
                    /** @example team,name,sku,originUrl,imageUrl,externalSourceIntegration,externalSourceSyncId,productVariants,id */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getProductItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The product's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The product. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Accept-Patch": components["headers"]["Accept-Patch"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Product-Get.jsonld"];
                    "application/json": components["schemas"]["Product-Get"];
                    /** @example team,name,sku,originUrl,imageUrl,externalSourceIntegration,externalSourceSyncId,productVariants,id */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    putProductItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The product's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Green tea",
                 *       "sku": "TEA-1"
                 *     }
                 */
                "application/ld+json": components["schemas"]["Product-Put"];
                /**
                 * @example {
                 *       "name": "Green tea",
                 *       "sku": "TEA-1"
                 *     }
                 */
                "application/json": components["schemas"]["Product-Put"];
            };
        };
        responses: {
            /** @description The product as it is now. */
            200: {
                headers: {
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Product-Get.jsonld"];
                    "application/json": components["schemas"]["Product-Get"];
                    /** @example team,name,sku,originUrl,imageUrl,externalSourceIntegration,externalSourceSyncId,productVariants,id */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteProductItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The product's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    patchProductItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The product's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Green tea",
                 *       "sku": "TEA-1"
                 *     }
                 */
                "application/merge-patch+json": components["schemas"]["Product-Put"];
            };
        };
        responses: {
            /** @description The product as it is now. */
            200: {
                headers: {
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Product-Get.jsonld"];
                    "application/json": components["schemas"]["Product-Get"];
                    /** @example team,name,sku,originUrl,imageUrl,externalSourceIntegration,externalSourceSyncId,productVariants,id */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getProductVariantCollection: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description `id` equals this. */
                id?: components["parameters"]["query.id"];
                /** @description `id` equals one of these. */
                "id[]"?: components["parameters"]["query.id__"];
                /** @description `team` equals this. */
                team?: components["parameters"]["query.team"];
                /** @description `team` equals one of these. */
                "team[]"?: components["parameters"]["query.team__"];
                /** @description `product` equals this. */
                product?: components["parameters"]["query.product"];
                /** @description `product` equals one of these. */
                "product[]"?: components["parameters"]["query.product__"];
                /** @description `sku` contains this, without regard to case. */
                sku?: components["parameters"]["query.sku"];
                /** @description Sorts by `id`. Several sort in the order in which they are sent. */
                "order[id]"?: components["parameters"]["query.order-id"];
                /** @description Sorts by `sku`. Several sort in the order in which they are sent. */
                "order[sku]"?: components["parameters"]["query.order-sku"];
                /** @description Sorts by `createdAt`. Several sort in the order in which they are sent. */
                "order[createdAt]"?: components["parameters"]["query.order-createdAt"];
                /** @description Sorts by `updatedAt`. Several sort in the order in which they are sent. */
                "order[updatedAt]"?: components["parameters"]["query.order-updatedAt"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of product variants. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["ProductVariantCollection-Get.jsonld"];
                    "application/json": components["schemas"]["ProductVariant-Get"][];
                    /** @example team,sku,imageUrl,product,price,externalSourceIntegration,externalSourceSyncId,id */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postProductVariantCollection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body within 24 hours answers the first answer again, with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["header.Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "team": "/teams/3fa85f64-5717-4562-b3fc-2c963f66afa6",
                 *       "sku": "TEA-1-100G"
                 *     }
                 */
                "application/ld+json": components["schemas"]["ProductVariant-Post"];
                /**
                 * @example {
                 *       "team": "/teams/3fa85f64-5717-4562-b3fc-2c963f66afa6",
                 *       "sku": "TEA-1-100G"
                 *     }
                 */
                "application/json": components["schemas"]["ProductVariant-Post"];
                /** @example team,sku,imageUrl,product,price,externalSourceIntegration,externalSourceSyncId */
                "text/csv": string;
            };
        };
        responses: {
            /** @description What became of the lines of a CSV. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CsvImport"];
                };
            };
            /** @description The new product variant. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["ProductVariant-Get.jsonld"];
                    "application/json": components["schemas"]["ProductVariant-Get"];
                    /** @example team,sku,imageUrl,product,price,externalSourceIntegration,externalSourceSyncId,id */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getProductVariantItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The product variant's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The product variant. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Accept-Patch": components["headers"]["Accept-Patch"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["ProductVariant-Get.jsonld"];
                    "application/json": components["schemas"]["ProductVariant-Get"];
                    /** @example team,sku,imageUrl,product,price,externalSourceIntegration,externalSourceSyncId,id */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    putProductVariantItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The product variant's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/ld+json": components["schemas"]["ProductVariant-Put"];
                "application/json": components["schemas"]["ProductVariant-Put"];
            };
        };
        responses: {
            /** @description The product variant as it is now. */
            200: {
                headers: {
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["ProductVariant-Get.jsonld"];
                    "application/json": components["schemas"]["ProductVariant-Get"];
                    /** @example team,sku,imageUrl,product,price,externalSourceIntegration,externalSourceSyncId,id */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteProductVariantItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The product variant's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    patchProductVariantItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The product variant's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ProductVariant-Put"];
            };
        };
        responses: {
            /** @description The product variant as it is now. */
            200: {
                headers: {
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["ProductVariant-Get.jsonld"];
                    "application/json": components["schemas"]["ProductVariant-Get"];
                    /** @example team,sku,imageUrl,product,price,externalSourceIntegration,externalSourceSyncId,id */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    api_products_product_variants_get_subresourceProductSubresource: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description `id` equals this. */
                id?: components["parameters"]["query.id"];
                /** @description `id` equals one of these. */
                "id[]"?: components["parameters"]["query.id__"];
                /** @description `team` equals this. */
                team?: components["parameters"]["query.team"];
                /** @description `team` equals one of these. */
                "team[]"?: components["parameters"]["query.team__"];
                /** @description `product` equals this. */
                product?: components["parameters"]["query.product"];
                /** @description `product` equals one of these. */
                "product[]"?: components["parameters"]["query.product__"];
                /** @description `sku` contains this, without regard to case. */
                sku?: components["parameters"]["query.sku"];
                /** @description Sorts by `id`. Several sort in the order in which they are sent. */
                "order[id]"?: components["parameters"]["query.order-id"];
                /** @description Sorts by `sku`. Several sort in the order in which they are sent. */
                "order[sku]"?: components["parameters"]["query.order-sku"];
                /** @description Sorts by `createdAt`. Several sort in the order in which they are sent. */
                "order[createdAt]"?: components["parameters"]["query.order-createdAt"];
                /** @description Sorts by `updatedAt`. Several sort in the order in which they are sent. */
                "order[updatedAt]"?: components["parameters"]["query.order-updatedAt"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The product's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of product variants. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["ProductVariantCollection-Get.jsonld"];
                    "application/json": components["schemas"]["ProductVariant-Get"][];
                    /** @example team,sku,imageUrl,product,price,externalSourceIntegration,externalSourceSyncId,id */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getReviewItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The review's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The review. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Review-Get.jsonld"];
                    "application/json": components["schemas"]["Review-Get"];
                    /** @example workspace,shipment,carrierScore,productScore,packagingScore,totalScore,comment,id */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getNoteCollection: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description `entity` equals this. */
                entity?: components["parameters"]["query.entity-2"];
                /** @description `entity` equals one of these. */
                "entity[]"?: components["parameters"]["query.entity__"];
                /** @description `entityId` equals this. */
                entityId?: components["parameters"]["query.entityId"];
                /** @description `entityId` equals one of these. */
                "entityId[]"?: components["parameters"]["query.entityId__"];
                /** @description Sorts by `createdAt`. Several sort in the order in which they are sent. */
                "order[createdAt]"?: components["parameters"]["query.order-createdAt"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of notes. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["NoteCollection-Get.jsonld"];
                    "application/json": components["schemas"]["Note-Get"][];
                    /** @example workspace,entity,entityId,user,comment,createdAt,attachment,id,userPhoto,userFullName */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postNoteCollection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body within 24 hours answers the first answer again, with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["header.Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "workspace": "/workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6",
                 *       "entity": "shipments",
                 *       "entityId": "3fa85f64-5717-4562-b3fc-2c963f66afa6",
                 *       "comment": "The customer called."
                 *     }
                 */
                "application/ld+json": components["schemas"]["Note-Post"];
                /**
                 * @example {
                 *       "workspace": "/workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6",
                 *       "entity": "shipments",
                 *       "entityId": "3fa85f64-5717-4562-b3fc-2c963f66afa6",
                 *       "comment": "The customer called."
                 *     }
                 */
                "application/json": components["schemas"]["Note-Post"];
                /** @example workspace,entity,entityId,comment */
                "text/csv": string;
            };
        };
        responses: {
            /** @description What became of the lines of a CSV. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CsvImport"];
                };
            };
            /** @description The new note. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Note-Get.jsonld"];
                    "application/json": components["schemas"]["Note-Get"];
                    /** @example workspace,entity,entityId,user,comment,createdAt,attachment,id,userPhoto,userFullName */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getNoteItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The note's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The note. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Note-Get.jsonld"];
                    "application/json": components["schemas"]["Note-Get"];
                    /** @example workspace,entity,entityId,user,comment,createdAt,attachment,id,userPhoto,userFullName */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    api_workspaces_notes_get_subresourceWorkspaceSubresource: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description `entity` equals this. */
                entity?: components["parameters"]["query.entity-2"];
                /** @description `entity` equals one of these. */
                "entity[]"?: components["parameters"]["query.entity__"];
                /** @description `entityId` equals this. */
                entityId?: components["parameters"]["query.entityId"];
                /** @description `entityId` equals one of these. */
                "entityId[]"?: components["parameters"]["query.entityId__"];
                /** @description Sorts by `createdAt`. Several sort in the order in which they are sent. */
                "order[createdAt]"?: components["parameters"]["query.order-createdAt"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The workspace's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of notes. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["NoteCollection-Get.jsonld"];
                    "application/json": components["schemas"]["Note-Get"][];
                    /** @example workspace,entity,entityId,user,comment,createdAt,attachment,id,userPhoto,userFullName */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    api_teams_workspaces_notes_get_subresourceTeamSubresource: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description `entity` equals this. */
                entity?: components["parameters"]["query.entity-2"];
                /** @description `entity` equals one of these. */
                "entity[]"?: components["parameters"]["query.entity__"];
                /** @description `entityId` equals this. */
                entityId?: components["parameters"]["query.entityId"];
                /** @description `entityId` equals one of these. */
                "entityId[]"?: components["parameters"]["query.entityId__"];
                /** @description Sorts by `createdAt`. Several sort in the order in which they are sent. */
                "order[createdAt]"?: components["parameters"]["query.order-createdAt"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The team's id. */
                id: string;
                /** @description The workspace's id. */
                workspaces: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of notes. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["NoteCollection-Get.jsonld"];
                    "application/json": components["schemas"]["Note-Get"][];
                    /** @example workspace,entity,entityId,user,comment,createdAt,attachment,id,userPhoto,userFullName */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getSavedViewCollection: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description `entity` equals this. */
                entity?: components["parameters"]["query.entity-2"];
                /** @description `entity` equals one of these. */
                "entity[]"?: components["parameters"]["query.entity__"];
                /** @description Sorts by `name`. Several sort in the order in which they are sent. */
                "order[name]"?: components["parameters"]["query.order-name"];
                /** @description Sorts by `createdAt`. Several sort in the order in which they are sent. */
                "order[createdAt]"?: components["parameters"]["query.order-createdAt"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of saved views. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["SavedViewCollection-Get.jsonld"];
                    "application/json": components["schemas"]["SavedView-Get"][];
                    /** @example workspace,user,entity,name,query,shared,id,createdAt,updatedAt */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postSavedViewCollection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body within 24 hours answers the first answer again, with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["header.Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "workspace": "/workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6",
                 *       "name": "Late in Germany",
                 *       "query": "trackingStatus[]=in_transit&daysInTransit[gte]=10"
                 *     }
                 */
                "application/ld+json": components["schemas"]["SavedView-Post"];
                /**
                 * @example {
                 *       "workspace": "/workspaces/3fa85f64-5717-4562-b3fc-2c963f66afa6",
                 *       "name": "Late in Germany",
                 *       "query": "trackingStatus[]=in_transit&daysInTransit[gte]=10"
                 *     }
                 */
                "application/json": components["schemas"]["SavedView-Post"];
                /** @example workspace,entity,name,query,shared */
                "text/csv": string;
            };
        };
        responses: {
            /** @description What became of the lines of a CSV. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CsvImport"];
                };
            };
            /** @description The new saved view. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["SavedView-Get.jsonld"];
                    "application/json": components["schemas"]["SavedView-Get"];
                    /** @example workspace,user,entity,name,query,shared,id,createdAt,updatedAt */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getSavedViewItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The saved view's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The saved view. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Accept-Patch": components["headers"]["Accept-Patch"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["SavedView-Get.jsonld"];
                    "application/json": components["schemas"]["SavedView-Get"];
                    /** @example workspace,user,entity,name,query,shared,id,createdAt,updatedAt */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    putSavedViewItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The saved view's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Late in Germany",
                 *       "query": "trackingStatus[]=in_transit&daysInTransit[gte]=10"
                 *     }
                 */
                "application/ld+json": components["schemas"]["SavedView-Put"];
                /**
                 * @example {
                 *       "name": "Late in Germany",
                 *       "query": "trackingStatus[]=in_transit&daysInTransit[gte]=10"
                 *     }
                 */
                "application/json": components["schemas"]["SavedView-Put"];
            };
        };
        responses: {
            /** @description The saved view as it is now. */
            200: {
                headers: {
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["SavedView-Get.jsonld"];
                    "application/json": components["schemas"]["SavedView-Get"];
                    /** @example workspace,user,entity,name,query,shared,id,createdAt,updatedAt */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteSavedViewItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The saved view's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    patchSavedViewItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The saved view's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Late in Germany",
                 *       "query": "trackingStatus[]=in_transit&daysInTransit[gte]=10"
                 *     }
                 */
                "application/merge-patch+json": components["schemas"]["SavedView-Put"];
            };
        };
        responses: {
            /** @description The saved view as it is now. */
            200: {
                headers: {
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["SavedView-Get.jsonld"];
                    "application/json": components["schemas"]["SavedView-Get"];
                    /** @example workspace,user,entity,name,query,shared,id,createdAt,updatedAt */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    api_workspaces_saved_views_get_subresourceWorkspaceSubresource: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description `entity` equals this. */
                entity?: components["parameters"]["query.entity-2"];
                /** @description `entity` equals one of these. */
                "entity[]"?: components["parameters"]["query.entity__"];
                /** @description Sorts by `name`. Several sort in the order in which they are sent. */
                "order[name]"?: components["parameters"]["query.order-name"];
                /** @description Sorts by `createdAt`. Several sort in the order in which they are sent. */
                "order[createdAt]"?: components["parameters"]["query.order-createdAt"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The workspace's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of saved views. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["SavedViewCollection-Get.jsonld"];
                    "application/json": components["schemas"]["SavedView-Get"][];
                    /** @example workspace,user,entity,name,query,shared,id,createdAt,updatedAt */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    api_teams_workspaces_saved_views_get_subresourceTeamSubresource: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description `entity` equals this. */
                entity?: components["parameters"]["query.entity-2"];
                /** @description `entity` equals one of these. */
                "entity[]"?: components["parameters"]["query.entity__"];
                /** @description Sorts by `name`. Several sort in the order in which they are sent. */
                "order[name]"?: components["parameters"]["query.order-name"];
                /** @description Sorts by `createdAt`. Several sort in the order in which they are sent. */
                "order[createdAt]"?: components["parameters"]["query.order-createdAt"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The team's id. */
                id: string;
                /** @description The workspace's id. */
                workspaces: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of saved views. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["SavedViewCollection-Get.jsonld"];
                    "application/json": components["schemas"]["SavedView-Get"][];
                    /** @example workspace,user,entity,name,query,shared,id,createdAt,updatedAt */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getImportItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The import's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Import-Get.jsonld"];
                    "application/json": components["schemas"]["Import-Get"];
                    /** @example user,workspace,status,fileOriginalName,fileMimeType,fileSize,entity,createdCount,failedCount,errors,id */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getUserItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The user's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Accept-Patch": components["headers"]["Accept-Patch"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["User-Get.jsonld"];
                    "application/json": components["schemas"]["User-Get"];
                    /** @example email,firstName,lastName,emailVerified,passwordSet,trialRedeemed,timezone,photo,teams,id */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    putUserItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The user's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "firstName": "Ada",
                 *       "lastName": "Byron",
                 *       "timezone": "Europe/Vienna"
                 *     }
                 */
                "application/ld+json": components["schemas"]["User-Put"];
                /**
                 * @example {
                 *       "firstName": "Ada",
                 *       "lastName": "Byron",
                 *       "timezone": "Europe/Vienna"
                 *     }
                 */
                "application/json": components["schemas"]["User-Put"];
            };
        };
        responses: {
            /** @description The user as it is now. */
            200: {
                headers: {
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["User-Get.jsonld"];
                    "application/json": components["schemas"]["User-Get"];
                    /** @example email,firstName,lastName,emailVerified,passwordSet,trialRedeemed,timezone,photo,teams,id */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteUserItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The user's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    patchUserItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The user's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "firstName": "Ada",
                 *       "lastName": "Byron",
                 *       "timezone": "Europe/Vienna"
                 *     }
                 */
                "application/merge-patch+json": components["schemas"]["User-Put"];
            };
        };
        responses: {
            /** @description The user as it is now. */
            200: {
                headers: {
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["User-Get.jsonld"];
                    "application/json": components["schemas"]["User-Get"];
                    /** @example email,firstName,lastName,emailVerified,passwordSet,trialRedeemed,timezone,photo,teams,id */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getOauthClientCollection: {
        parameters: {
            query?: {
                /** @description Which page, from 1. */
                page?: components["parameters"]["query.page"];
                /** @description How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row. */
                itemsPerPage?: components["parameters"]["query.itemsPerPage"];
                /** @description `name` contains this, without regard to case. */
                name?: components["parameters"]["query.name"];
            };
            header?: {
                /** @description RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas. */
                Prefer?: components["parameters"]["header.Prefer"];
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of oauth clients. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["OauthClientCollection-Get.jsonld"];
                    "application/json": components["schemas"]["OauthClient-Get"][];
                    /** @example name,user,secret,redirectUris,publicId,scopes,isPublic,id */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postOauthClientCollection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body within 24 hours answers the first answer again, with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["header.Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Stock keeper"
                 *     }
                 */
                "application/ld+json": components["schemas"]["OauthClient-Post"];
                /**
                 * @example {
                 *       "name": "Stock keeper"
                 *     }
                 */
                "application/json": components["schemas"]["OauthClient-Post"];
                /** @example name,user,redirectUris,scopes,isPublic */
                "text/csv": string;
            };
        };
        responses: {
            /** @description What became of the lines of a CSV. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CsvImport"];
                };
            };
            /** @description The new oauth client. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Warning: components["headers"]["Warning"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["OauthClient-Get.jsonld"];
                    "application/json": components["schemas"]["OauthClient-Get"];
                    /** @example name,user,secret,redirectUris,publicId,scopes,isPublic,id */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getOauthClientItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The oauth client's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The oauth client. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["OauthClient-Get.jsonld"];
                    "application/json": components["schemas"]["OauthClient-Get"];
                    /** @example name,user,secret,redirectUris,publicId,scopes,isPublic,id */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteOauthClientItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the item as the client knows it: 412 when it has changed. */
                "If-Match"?: components["parameters"]["header.If-Match"];
            };
            path: {
                /** @description The oauth client's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getCarrierCollection: {
        parameters: {
            query?: {
                /** @description `get` gives the members all fields of an item. */
                "groups[]"?: components["parameters"]["query.groups__"];
            };
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["CarrierCollection-Getc.jsonld"];
                    "application/json": components["schemas"]["Carrier-Getc"][];
                    /** @example code,name */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            406: components["responses"]["NotAcceptable"];
        };
    };
    getCarrierItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The carrier's code. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Carrier-Get.jsonld"];
                    "application/json": components["schemas"]["Carrier-Get"];
                    /** @example code,name,phone,url,image,countryIso2Codes,description,trackingUrlTemplate */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
        };
    };
    detectCarrier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A tracking number, as somebody typed it. */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The carriers whose number it may be; none when nobody has such numbers. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CarrierMatch"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getTrackingStatusCollection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["TrackingStatusCollection-Get.jsonld"];
                    "application/json": components["schemas"]["TrackingStatus-Get"][];
                    /** @example code,title,description */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            406: components["responses"]["NotAcceptable"];
        };
    };
    getTrackingStatusItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The tracking status's code. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["TrackingStatus-Get.jsonld"];
                    "application/json": components["schemas"]["TrackingStatus-Get"];
                    /** @example code,title,description */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
        };
    };
    getCountryCollection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["CountryCollection-Get.jsonld"];
                    "application/json": components["schemas"]["Country-Get"][];
                    /** @example code,name,preferred,stateful */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getCountryItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The country's code. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Country-Get.jsonld"];
                    "application/json": components["schemas"]["Country-Get"];
                    /** @example code,name,preferred,stateful */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    api_countries_states_get_subresourceCountrySubresource: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The country's code. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["StateCollection-Get.jsonld"];
                    "application/json": components["schemas"]["State-Get"][];
                    /** @example code,name */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getStateCollection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["StateCollection-Get.jsonld"];
                    "application/json": components["schemas"]["State-Get"][];
                    /** @example code,name */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getStateItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The state's code. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["State-Get.jsonld"];
                    "application/json": components["schemas"]["State-Get"];
                    /** @example code,name */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    getAccessToken: {
        parameters: {
            query: {
                /** @description What the token is asked for with. */
                grant_type: components["parameters"]["query.grant_type"];
                /** @description The client's id. */
                client_id?: components["parameters"]["query.client_id"];
                /** @description The client's secret; public clients have none. */
                client_secret?: components["parameters"]["query.client_secret"];
                /** @description Of `authorization_code`: from `/oauth/v2/auth`. */
                code?: components["parameters"]["query.code"];
                /** @description As the authorization request had it. */
                redirect_uri?: components["parameters"]["query.redirect_uri"];
                /** @description PKCE: what the challenge was made of. */
                code_verifier?: components["parameters"]["query.code_verifier"];
                /** @description Of `refresh_token`: good once. */
                refresh_token?: components["parameters"]["query.refresh_token"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessToken"];
                };
            };
            /** @description The request makes no sense, or there is no such client. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OauthError"];
                };
            };
            /** @description There is no such client, and it was told as `Authorization: Basic`. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OauthError"];
                };
            };
            /** @description Wrong credentials came too often lately. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        error: "temporarily_unavailable";
                        error_description: string;
                    };
                };
            };
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postAccessToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /**
                     * @description What the token is asked for with.
                     * @enum {string}
                     */
                    grant_type: "client_credentials" | "authorization_code" | "refresh_token";
                    /** @description The client's id. */
                    client_id?: string;
                    /**
                     * Format: password
                     * @description The client's secret; public clients have none.
                     */
                    client_secret?: string;
                    /** @description Of `authorization_code`: from `/oauth/v2/auth`. */
                    code?: string;
                    /** @description As the authorization request had it. */
                    redirect_uri?: string;
                    /** @description PKCE: what the challenge was made of. */
                    code_verifier?: string;
                    /** @description Of `refresh_token`: good once. */
                    refresh_token?: string;
                };
                "application/json": {
                    /**
                     * @description What the token is asked for with.
                     * @enum {string}
                     */
                    grant_type: "client_credentials" | "authorization_code" | "refresh_token";
                    /** @description The client's id. */
                    client_id?: string;
                    /**
                     * Format: password
                     * @description The client's secret; public clients have none.
                     */
                    client_secret?: string;
                    /** @description Of `authorization_code`: from `/oauth/v2/auth`. */
                    code?: string;
                    /** @description As the authorization request had it. */
                    redirect_uri?: string;
                    /** @description PKCE: what the challenge was made of. */
                    code_verifier?: string;
                    /** @description Of `refresh_token`: good once. */
                    refresh_token?: string;
                };
                "application/ld+json": {
                    /**
                     * @description What the token is asked for with.
                     * @enum {string}
                     */
                    grant_type: "client_credentials" | "authorization_code" | "refresh_token";
                    /** @description The client's id. */
                    client_id?: string;
                    /**
                     * Format: password
                     * @description The client's secret; public clients have none.
                     */
                    client_secret?: string;
                    /** @description Of `authorization_code`: from `/oauth/v2/auth`. */
                    code?: string;
                    /** @description As the authorization request had it. */
                    redirect_uri?: string;
                    /** @description PKCE: what the challenge was made of. */
                    code_verifier?: string;
                    /** @description Of `refresh_token`: good once. */
                    refresh_token?: string;
                };
            };
        };
        responses: {
            /** @description The token. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessToken"];
                };
            };
            /** @description The request makes no sense, or there is no such client. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OauthError"];
                };
            };
            /** @description There is no such client, and it was told as `Authorization: Basic`. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OauthError"];
                };
            };
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description Wrong credentials came too often lately. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        error: "temporarily_unavailable";
                        error_description: string;
                    };
                };
            };
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postRevocation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description An access token, or a refresh token, with which all of its grant ends. */
                    token: string;
                    /** @description Not needed. */
                    token_type_hint?: string;
                    /** @description The client's id. */
                    client_id?: string;
                    /**
                     * Format: password
                     * @description The client's secret; public clients have none.
                     */
                    client_secret?: string;
                };
                "application/json": {
                    /** @description An access token, or a refresh token, with which all of its grant ends. */
                    token: string;
                    /** @description Not needed. */
                    token_type_hint?: string;
                    /** @description The client's id. */
                    client_id?: string;
                    /**
                     * Format: password
                     * @description The client's secret; public clients have none.
                     */
                    client_secret?: string;
                };
                "application/ld+json": {
                    /** @description An access token, or a refresh token, with which all of its grant ends. */
                    token: string;
                    /** @description Not needed. */
                    token_type_hint?: string;
                    /** @description The client's id. */
                    client_id?: string;
                    /**
                     * Format: password
                     * @description The client's secret; public clients have none.
                     */
                    client_secret?: string;
                };
            };
        };
        responses: {
            /** @description It is no token, or no longer. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description The request makes no sense, or there is no such client. */
            400: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OauthError"];
                };
            };
            /** @description There is no such client, and it was told as `Authorization: Basic`. */
            401: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OauthError"];
                };
            };
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description Wrong credentials came too often lately. */
            429: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        error: "temporarily_unavailable";
                        error_description: string;
                    };
                };
            };
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getAuthorizationServer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metadata. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uri */
                        issuer: string;
                        /** Format: uri */
                        authorization_endpoint: string;
                        /** Format: uri */
                        token_endpoint: string;
                        /** Format: uri */
                        revocation_endpoint: string;
                        /** Format: uri */
                        service_documentation: string;
                        scopes_supported: string[];
                        response_types_supported: string[];
                        response_modes_supported: string[];
                        grant_types_supported: string[];
                        code_challenge_methods_supported: string[];
                        token_endpoint_auth_methods_supported: string[];
                        revocation_endpoint_auth_methods_supported: string[];
                        authorization_response_iss_parameter_supported: boolean;
                    };
                };
            };
        };
    };
    getAuthorizationPage: {
        parameters: {
            query: {
                /** @description What comes back. */
                response_type: components["parameters"]["query.response_type"];
                /** @description The client's `publicId`. */
                client_id: components["parameters"]["query.client_id-2"];
                /** @description One of the client’s `redirectUris`, exactly; may be left out where it has just one. */
                redirect_uri?: components["parameters"]["query.redirect_uri-2"];
                /** @description Some of what the client may; without it all of that. */
                scope?: components["parameters"]["query.scope"];
                /** @description Comes back as it was. */
                state?: components["parameters"]["query.state"];
                /** @description PKCE: SHA-256 of the verifier, in base64url. A client without a secret needs it. */
                code_challenge?: components["parameters"]["query.code_challenge"];
                /** @description How the challenge was made. */
                code_challenge_method?: components["parameters"]["query.code_challenge_method"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A form to sign in, or to say yes or no. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Back to the client, with `code` or `error` and `iss`, or to the next page. */
            303: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense: the client is not known, say, or wants something that there is not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postAuthorizationPage: {
        parameters: {
            query: {
                /** @description What comes back. */
                response_type: components["parameters"]["query.response_type"];
                /** @description The client's `publicId`. */
                client_id: components["parameters"]["query.client_id-2"];
                /** @description One of the client’s `redirectUris`, exactly; may be left out where it has just one. */
                redirect_uri?: components["parameters"]["query.redirect_uri-2"];
                /** @description Some of what the client may; without it all of that. */
                scope?: components["parameters"]["query.scope"];
                /** @description Comes back as it was. */
                state?: components["parameters"]["query.state"];
                /** @description PKCE: SHA-256 of the verifier, in base64url. A client without a secret needs it. */
                code_challenge?: components["parameters"]["query.code_challenge"];
                /** @description How the challenge was made. */
                code_challenge_method?: components["parameters"]["query.code_challenge_method"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description From the page's form. */
                    token: string;
                    /** @enum {string} */
                    action: "sign-in" | "sign-out" | "allow" | "deny";
                    /** Format: email */
                    email?: string;
                    /** Format: password */
                    password?: string;
                };
            };
        };
        responses: {
            /** @description Back to the client, with `code` or `error` and `iss`, or to the next page. */
            303: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request makes no sense: the client is not known, say, or wants something that there is not. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The address or the password is wrong, or the form is not ours. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description It was tried too often lately. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    startDashboardSession: {
        parameters: {
            query?: {
                /** @description The path in the dashboard to come back to. */
                return_to?: components["parameters"]["query.return_to"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the page that asks for the password. */
            303: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    finishDashboardSession: {
        parameters: {
            query: {
                /** @description As authorization has answered it. */
                code: components["parameters"]["query.code-2"];
                /** @description As authorization has answered it. */
                state: components["parameters"]["query.state-2"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the dashboard. */
            303: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is not this browser that has begun, or it was too long ago. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    startDemoSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description From the line that the server has written. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the dashboard. */
            303: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The link was used before. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    renewDashboardSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token; null where nobody is signed in. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        access_token: string | null;
                        /** @description Seconds that it lives. */
                        expires_in: number;
                        /** Format: uuid */
                        user_id?: string;
                        /**
                         * Format: email
                         * @example ada@example.com
                         */
                        user_email?: string;
                    };
                };
            };
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    endDashboardSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nobody is signed in any more. */
            204: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postUserSignupRequestCollection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @example ada@example.com
                     */
                    email: string;
                    /** @description Ignored. */
                    captcha?: string | null;
                    /** @description Ignored. */
                    refTrackingId?: string | null;
                    /** @description Ignored. */
                    invitationCode?: string | null;
                };
                "application/ld+json": {
                    /**
                     * Format: email
                     * @example ada@example.com
                     */
                    email: string;
                    /** @description Ignored. */
                    captcha?: string | null;
                    /** @description Ignored. */
                    refTrackingId?: string | null;
                    /** @description Ignored. */
                    invitationCode?: string | null;
                };
            };
        };
        responses: {
            /** @description It is done. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": {
                        user: components["schemas"]["User-Get.jsonld"];
                        token: null;
                    };
                    "application/json": {
                        user: components["schemas"]["User-Get"];
                        token: null;
                    };
                };
            };
            400: components["responses"]["Refusal"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postUserVerifyEmailRequestCollection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
                "application/ld+json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description It is done. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": {
                        user: components["schemas"]["User-Get.jsonld"];
                        token: {
                            /** @description A JWT, to be sent as a bearer token. */
                            access_token: string;
                            /**
                             * @description Seconds that it lives.
                             * @example 3600
                             */
                            expires_in: number;
                            /** @constant */
                            token_type: "bearer";
                            /**
                             * @example user
                             * @example read write
                             */
                            scope: string;
                            /** Format: uuid */
                            user_id: string;
                            /**
                             * Format: email
                             * @example ada@example.com
                             */
                            user_email: string;
                            refresh_token: null;
                        } | null;
                    };
                    "application/json": {
                        user: components["schemas"]["User-Get"];
                        token: {
                            /** @description A JWT, to be sent as a bearer token. */
                            access_token: string;
                            /**
                             * @description Seconds that it lives.
                             * @example 3600
                             */
                            expires_in: number;
                            /** @constant */
                            token_type: "bearer";
                            /**
                             * @example user
                             * @example read write
                             */
                            scope: string;
                            /** Format: uuid */
                            user_id: string;
                            /**
                             * Format: email
                             * @example ada@example.com
                             */
                            user_email: string;
                            refresh_token: null;
                        } | null;
                    };
                };
            };
            400: components["responses"]["Refusal"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postUserResendEmailRequestCollection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @example ada@example.com
                     */
                    email: string;
                    /** @description Ignored. */
                    captcha?: string | null;
                };
                "application/ld+json": {
                    /**
                     * Format: email
                     * @example ada@example.com
                     */
                    email: string;
                    /** @description Ignored. */
                    captcha?: string | null;
                };
            };
        };
        responses: {
            /** @description It is done. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": {
                        /**
                         * Format: email
                         * @example ada@example.com
                         */
                        email: string;
                    };
                    "application/json": {
                        /**
                         * Format: email
                         * @example ada@example.com
                         */
                        email: string;
                    };
                };
            };
            400: components["responses"]["Refusal"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getVerificationPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description From the e-mail. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A form for a password, or to join a team. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The code is not good any more. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description It was tried too often lately. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postVerificationPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description From the e-mail. */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** Format: password */
                    password?: string;
                    /**
                     * Format: email
                     * @example ada@example.com
                     */
                    email?: string;
                };
            };
        };
        responses: {
            /** @description It is done. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The password is too short or too long. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The code is not good any more. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description It was tried too often lately. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getPasswordPage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A form for the address. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postPasswordPage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /**
                     * Format: email
                     * @example ada@example.com
                     */
                    email: string;
                };
            };
        };
        responses: {
            /** @description A link may be on its way. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description This is no address. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description This server sends no e-mail. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description It was tried too often lately. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getUserConfirmationLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The address of a user. */
                email: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A new link. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uri */
                        link: string;
                    };
                };
            };
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getUserSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, the newest first. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteUserSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has ended, with its tokens. */
            204: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteUserSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the user. */
                id: string;
                /** @description The id of the session. */
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has ended, with its tokens. */
            204: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getUserApps: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, the newest first. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["App"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteUserApp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the user. */
                id: string;
                /** @description The `publicId` of the client. */
                client: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has ended, with its tokens. */
            204: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getTeamMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the team. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postTeamMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the team. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @example ada@example.com
                     */
                    email: string;
                    /**
                     * @description An owner may do everything; an admin all but delete the team and make owners; a member all but change the team, its workspaces, its members and clients; `read-only` changes nothing.
                     * @enum {string}
                     */
                    role: "owner" | "admin" | "member" | "read-only";
                };
                "application/ld+json": {
                    /**
                     * Format: email
                     * @example ada@example.com
                     */
                    email: string;
                    /**
                     * @description An owner may do everything; an admin all but delete the team and make owners; a member all but change the team, its workspaces, its members and clients; `read-only` changes nothing.
                     * @enum {string}
                     */
                    role: "owner" | "admin" | "member" | "read-only";
                };
            };
        };
        responses: {
            /** @description The invitation is on its way. */
            201: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    putTeamMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the team. */
                id: string;
                /** @description The id of the user. */
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description An owner may do everything; an admin all but delete the team and make owners; a member all but change the team, its workspaces, its members and clients; `read-only` changes nothing.
                     * @enum {string}
                     */
                    role: "owner" | "admin" | "member" | "read-only";
                };
                "application/ld+json": {
                    /**
                     * @description An owner may do everything; an admin all but delete the team and make owners; a member all but change the team, its workspaces, its members and clients; `read-only` changes nothing.
                     * @enum {string}
                     */
                    role: "owner" | "admin" | "member" | "read-only";
                };
            };
        };
        responses: {
            /** @description The member. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteTeamMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the team. */
                id: string;
                /** @description The id of the user. */
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user is not in the team. */
            204: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    mergeShipments: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body within 24 hours answers the first answer again, with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: components["parameters"]["header.Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShipmentMerge"];
                "application/ld+json": components["schemas"]["ShipmentMerge"];
            };
        };
        responses: {
            /** @description The shipment that stays. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Shipment-Get.jsonld"];
                    "application/json": components["schemas"]["Shipment-Get"];
                    /** @example trackingNumber,trackingStatus,orderNumbers,email,phoneNumber,daysInTransit,daysInIdle,daysSinceLastCheckpoint,originCarrier,destinationCarrier,originCountry,destinationCountry,originCountryIso2,destinationCountryIso2,shippedAt,expectedDeliveryDate,createdAt,updatedAt,lastStatusUpdate,workspace,review,reviewTotalScore,orders,shipmentItems,externalSourceIntegration,externalSourceSyncId,fulfillmentIntegration,fulfillmentSyncId,address.addressLine1,address.addressLine2,address.city,address.company,address.country,address.countryIso2,address.firstName,address.lastName,address.postcode,address.state,shipmentStatus.code,shipmentStatus.title,shipmentStatus.id,shipmentStatus.description,id,externalSourceIntegrationType */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    checkTrackingNumbers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrackingNumbersToCheck"];
                "application/ld+json": components["schemas"]["TrackingNumbersToCheck"];
            };
        };
        responses: {
            /** @description The shipments with these numbers. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["ShipmentCollection-Get.jsonld"];
                    "application/json": components["schemas"]["Shipment-Get"][];
                    /** @example trackingNumber,trackingStatus,orderNumbers,email,phoneNumber,daysInTransit,daysInIdle,daysSinceLastCheckpoint,originCarrier,destinationCarrier,originCountry,destinationCountry,originCountryIso2,destinationCountryIso2,shippedAt,expectedDeliveryDate,createdAt,updatedAt,lastStatusUpdate,workspace,review,reviewTotalScore,orders,shipmentItems,externalSourceIntegration,externalSourceSyncId,fulfillmentIntegration,fulfillmentSyncId,address.addressLine1,address.addressLine2,address.city,address.company,address.country,address.countryIso2,address.firstName,address.lastName,address.postcode,address.state,shipmentStatus.code,shipmentStatus.title,shipmentStatus.id,shipmentStatus.description,id,externalSourceIntegrationType */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    checkTrackingNumbersAsync: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrackingNumbersToCheckLater"];
                "application/ld+json": components["schemas"]["TrackingNumbersToCheckLater"];
            };
        };
        responses: {
            /** @description They will be asked. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    pushTrackingUpdates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrackingUpdates"];
                "application/ld+json": components["schemas"]["TrackingUpdates"];
            };
        };
        responses: {
            /** @description What became of each, in the order in which they were sent. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackingOutcomes"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    generateTrackingPageLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The page's id or IRI. */
                    trackingPageId: string;
                    /** @description For the shop: shows the page though it is not enabled, and takes no reviews. */
                    preview?: boolean | null;
                    /**
                     * @description What the link shows: `{"id": …}`, `{"email": …}`, `{"orderNumbers": […]}`, `{"trackingNumber": …}`, or a list of `name=value`. Other names are ignored.
                     * @example {
                     *       "email": "ada@example.com"
                     *     }
                     */
                    filter?: {
                        [key: string]: unknown;
                    } | string[] | null;
                    /** @description One more condition. */
                    trackingNumber?: string | null;
                };
                "application/ld+json": {
                    /** @description The page's id or IRI. */
                    trackingPageId: string;
                    /** @description For the shop: shows the page though it is not enabled, and takes no reviews. */
                    preview?: boolean | null;
                    /**
                     * @description What the link shows: `{"id": …}`, `{"email": …}`, `{"orderNumbers": […]}`, `{"trackingNumber": …}`, or a list of `name=value`. Other names are ignored.
                     * @example {
                     *       "email": "ada@example.com"
                     *     }
                     */
                    filter?: {
                        [key: string]: unknown;
                    } | string[] | null;
                    /** @description One more condition. */
                    trackingNumber?: string | null;
                };
            };
        };
        responses: {
            /** @description The link. */
            201: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        trackingPageId: string;
                        filter: components["schemas"]["LinkFilter"];
                        /**
                         * Format: uri
                         * @description For the customer.
                         */
                        link: string;
                        preview: boolean;
                    };
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    generateTrackingPageLinks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The page's id or IRI. */
                    trackingPageId: string;
                    /** @description For the shop: shows the page though it is not enabled, and takes no reviews. */
                    preview?: boolean | null;
                    /**
                     * @description What the link shows: `{"id": …}`, `{"email": …}`, `{"orderNumbers": […]}`, `{"trackingNumber": …}`, or a list of `name=value`. Other names are ignored.
                     * @example {
                     *       "email": "ada@example.com"
                     *     }
                     */
                    filter?: {
                        [key: string]: unknown;
                    } | string[] | null;
                    /** @description One more condition. */
                    trackingNumber?: string | null;
                    /**
                     * @description There is a link for each of its values.
                     * @enum {string|null}
                     */
                    groupByField?: "email" | "id" | "orderNumbers" | "trackingNumber" | null;
                    /** @description Ignored. */
                    userId?: string | null;
                };
                "application/ld+json": {
                    /** @description The page's id or IRI. */
                    trackingPageId: string;
                    /** @description For the shop: shows the page though it is not enabled, and takes no reviews. */
                    preview?: boolean | null;
                    /**
                     * @description What the link shows: `{"id": …}`, `{"email": …}`, `{"orderNumbers": […]}`, `{"trackingNumber": …}`, or a list of `name=value`. Other names are ignored.
                     * @example {
                     *       "email": "ada@example.com"
                     *     }
                     */
                    filter?: {
                        [key: string]: unknown;
                    } | string[] | null;
                    /** @description One more condition. */
                    trackingNumber?: string | null;
                    /**
                     * @description There is a link for each of its values.
                     * @enum {string|null}
                     */
                    groupByField?: "email" | "id" | "orderNumbers" | "trackingNumber" | null;
                    /** @description Ignored. */
                    userId?: string | null;
                };
            };
        };
        responses: {
            /** @description The link. */
            201: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        trackingPageId: string;
                        filter: components["schemas"]["LinkFilter"];
                        /**
                         * Format: uri
                         * @description For the customer.
                         */
                        link: string;
                        /** @enum {string|null} */
                        groupByField: "email" | "id" | "orderNumbers" | "trackingNumber" | null;
                        links: {
                            /** @description The field's value. */
                            value: string;
                            /**
                             * Format: uri
                             * @description For the customer.
                             */
                            link: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getPublicTrackingPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The hash of a link to a tracking page. */
                hash: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page and its shipments, the newest first. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicTrackingPage"];
                    "text/html": string;
                };
            };
            /** @description The link leads nowhere, or its page is switched off. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    searchTrackingPageLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of a tracking page. */
                subdomain: string;
                /** @description A customer's address. */
                email: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A sentence for the customer. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        text: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The hash of a link to a tracking page. */
                hash: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Review-Post"];
                "application/ld+json": components["schemas"]["Review-Post"];
            };
        };
        responses: {
            /** @description It is kept. */
            201: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            400: components["responses"]["Refusal"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    checkStatusReferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The id or IRI of the workspace in which it is looked for; without it in all. */
                    workspaceId?: string | null;
                    /** @description The id or IRI of a status. */
                    statusId: string;
                };
                "application/ld+json": {
                    /** @description The id or IRI of the workspace in which it is looked for; without it in all. */
                    workspaceId?: string | null;
                    /** @description The id or IRI of a status. */
                    statusId: string;
                };
            };
        };
        responses: {
            /** @description How many orders or shipments. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        refsCount: number;
                    };
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    migrateStatusReferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The id or IRI of the workspace in which it is looked for; without it in all. */
                    workspaceId?: string | null;
                    /** @description The id or IRI of a status. */
                    fromStatusId: string;
                    /** @description The id or IRI of a status. */
                    toStatusId: string;
                };
                "application/ld+json": {
                    /** @description The id or IRI of the workspace in which it is looked for; without it in all. */
                    workspaceId?: string | null;
                    /** @description The id or IRI of a status. */
                    fromStatusId: string;
                    /** @description The id or IRI of a status. */
                    toStatusId: string;
                };
            };
        };
        responses: {
            /** @description How many orders or shipments. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        updatedRefsCount: number;
                    };
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    changeStatusBatch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What kind of records.
                     * @enum {string}
                     */
                    entity: "orders" | "shipments";
                    /** @description Ids or IRIs. */
                    ids: string[];
                    /** @description The id or IRI of the workspace that all records are in; without it they may be in any. */
                    workspaceId?: string | null;
                    /** @description The id or IRI of a status of that kind; without it they lose theirs. */
                    statusId?: string | null;
                };
                "application/ld+json": {
                    /**
                     * @description What kind of records.
                     * @enum {string}
                     */
                    entity: "orders" | "shipments";
                    /** @description Ids or IRIs. */
                    ids: string[];
                    /** @description The id or IRI of the workspace that all records are in; without it they may be in any. */
                    workspaceId?: string | null;
                    /** @description The id or IRI of a status of that kind; without it they lose theirs. */
                    statusId?: string | null;
                };
            };
        };
        responses: {
            /** @description What became of each, in the order in which they were named. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchAnswer"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteRecordsBatch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What kind of records.
                     * @enum {string}
                     */
                    entity: "orders" | "order_items" | "shipments" | "shipment_items" | "products" | "product_variants" | "statuses";
                    /** @description Ids or IRIs. */
                    ids: string[];
                    /** @description The id or IRI of the workspace that all records are in; without it they may be in any. */
                    workspaceId?: string | null;
                };
                "application/ld+json": {
                    /**
                     * @description What kind of records.
                     * @enum {string}
                     */
                    entity: "orders" | "order_items" | "shipments" | "shipment_items" | "products" | "product_variants" | "statuses";
                    /** @description Ids or IRIs. */
                    ids: string[];
                    /** @description The id or IRI of the workspace that all records are in; without it they may be in any. */
                    workspaceId?: string | null;
                };
            };
        };
        responses: {
            /** @description What became of each, in the order in which they were named. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchAnswer"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    lookupShipments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A piece of a tracking number, or an order number. */
                    search?: string | null;
                    workspaceId?: string | null;
                    /** @description Only shipments of this order. */
                    orderId?: string | null;
                };
                "application/ld+json": {
                    /** @description A piece of a tracking number, or an order number. */
                    search?: string | null;
                    workspaceId?: string | null;
                    /** @description Only shipments of this order. */
                    orderId?: string | null;
                };
            };
        };
        responses: {
            /** @description What was found. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        shipments: {
                            /** Format: uuid */
                            id: string;
                            trackingNumber: string | null;
                            orderNumbers: string[];
                            originCarrier: string | null;
                            trackingStatus: string | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    lookupOrders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A piece of an order number. */
                    search?: string | null;
                    workspaceId?: string | null;
                    /** @description Only orders of this shipment. */
                    shipmentId?: string | null;
                };
                "application/ld+json": {
                    /** @description A piece of an order number. */
                    search?: string | null;
                    workspaceId?: string | null;
                    /** @description Only orders of this shipment. */
                    shipmentId?: string | null;
                };
            };
        };
        responses: {
            /** @description What was found. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        orders: {
                            /** Format: uuid */
                            id: string;
                            orderNumber: string | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    export: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Which list.
                     * @enum {string}
                     */
                    entity: "orders" | "order_items" | "shipments" | "shipment_items" | "tracking_checkpoints" | "products" | "product_variants" | "statuses" | "notes";
                    /** @description The id or IRI of a workspace; without it all. */
                    workspaceId?: string | null;
                    /**
                     * @description The list's filters and orders: `name=value` each, a query string, or an object.
                     * @example [
                     *       "trackingStatus[]=delivered",
                     *       "order[createdAt]=desc"
                     *     ]
                     */
                    params?: string[] | string | {
                        [key: string]: unknown;
                    } | null;
                };
                "application/ld+json": {
                    /**
                     * @description Which list.
                     * @enum {string}
                     */
                    entity: "orders" | "order_items" | "shipments" | "shipment_items" | "tracking_checkpoints" | "products" | "product_variants" | "statuses" | "notes";
                    /** @description The id or IRI of a workspace; without it all. */
                    workspaceId?: string | null;
                    /**
                     * @description The list's filters and orders: `name=value` each, a query string, or an object.
                     * @example [
                     *       "trackingStatus[]=delivered",
                     *       "order[createdAt]=desc"
                     *     ]
                     */
                    params?: string[] | string | {
                        [key: string]: unknown;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Where the file is, or will be. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        message: string;
                        /** Format: uri */
                        link: string;
                    };
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The end of the link. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description It is being made. */
            202: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "pending" | "running";
                        message: string;
                    };
                };
            };
            404: components["responses"]["NotFound"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postImportCollection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description The IRI or id of the workspace that it is for. */
                    workspace: string;
                    /**
                     * @description What its lines become.
                     * @default shipments
                     * @enum {string|null}
                     */
                    entity?: "shipments" | "orders" | "order_items" | "shipment_items" | null;
                    /** @example parcels.csv */
                    fileOriginalName?: string | null;
                    /** Format: binary */
                    file: string;
                };
                "application/json": {
                    /** @description The IRI or id of the workspace that it is for. */
                    workspace: string;
                    /**
                     * @description What its lines become.
                     * @default shipments
                     * @enum {string|null}
                     */
                    entity?: "shipments" | "orders" | "order_items" | "shipment_items" | null;
                    /** @example parcels.csv */
                    fileOriginalName?: string | null;
                    /**
                     * @description The text, or base64 of it, or a `data:` URL.
                     * @example trackingNumber,email
                     *     TN1,ada@example.com
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description It has begun, or waits. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Import-Get.jsonld"];
                    "application/json": components["schemas"]["Import-Get"];
                    /** @example user,workspace,status,fileOriginalName,fileMimeType,fileSize,entity,createdCount,failedCount,errors,id */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    pushFrom17track: {
        parameters: {
            query?: never;
            header: {
                /** @description The SHA-256 of the body, a slash and the key of 17TRACK, in hexadecimal digits. */
                sign: components["parameters"]["header.sign"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeventeenTrackPush"];
                "application/ld+json": components["schemas"]["SeventeenTrackPush"];
            };
        };
        responses: {
            /** @description It is applied; sending it again changes nothing. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushReached"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description The signature is wrong. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["Error"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    pingWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the webhook. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What came of it. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowRun-Get"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    redeliverWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the webhook. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookSpan"];
                "application/ld+json": components["schemas"]["WebhookSpan"];
            };
        };
        responses: {
            /** @description How many changes are queued again. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookRedelivery"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    subscribe: {
        parameters: {
            query: {
                /** @description What to listen to, as often as needed: an IRI (`/shipments/…`, `/workspaces/…/shipments`), a URI template (`/shipments/{id}`), or `*`. */
                topic: components["parameters"]["query.topic"];
                /** @description The id of the last event that was received, or `earliest`: what has been since then, of the last 24 hours, comes first. */
                lastEventID?: components["parameters"]["query.lastEventID"];
            };
            header?: {
                /** @description As `lastEventID`, and before it: what EventSource sends when it connects again. */
                "Last-Event-ID"?: components["parameters"]["header.Last-Event-ID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events until either side ends the stream. */
            200: {
                headers: {
                    "Last-Event-ID": components["headers"]["Last-Event-ID"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Histograms of requests, queries and waits for the pool, and figures of the process. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            404: components["responses"]["NotFound"];
        };
    };
    getOpenapiBigCommerce: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            304: components["responses"]["NotModified"];
        };
    };
    getDocsBigCommerce: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                    "application/vnd.oai.openapi+json": Record<string, never>;
                    "text/html": string;
                };
            };
            304: components["responses"]["NotModified"];
            406: components["responses"]["NotAcceptable"];
        };
    };
    getOpenapiApi2: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            304: components["responses"]["NotModified"];
        };
    };
    getDocsApi2: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                    "application/vnd.oai.openapi+json": Record<string, never>;
                    "text/html": string;
                };
            };
            304: components["responses"]["NotModified"];
            406: components["responses"]["NotAcceptable"];
        };
    };
    getEntrypoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": Record<string, never>;
                };
            };
            304: components["responses"]["NotModified"];
        };
    };
    getContext: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path: {
                /** @description The name of a class. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": Record<string, never>;
                };
            };
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
        };
    };
    getApiDocumentation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": Record<string, never>;
                };
            };
            304: components["responses"]["NotModified"];
        };
    };
    getOpenapi: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            304: components["responses"]["NotModified"];
        };
    };
    getDocs: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of an answer that the client has: 304 while it is the same. */
                "If-None-Match"?: components["parameters"]["header.If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                    "application/vnd.oai.openapi+json": Record<string, never>;
                    "text/html": string;
                };
            };
            304: components["responses"]["NotModified"];
            406: components["responses"]["NotAcceptable"];
        };
    };
}
